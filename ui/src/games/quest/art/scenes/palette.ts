// The colours of the pictures, each by what it mostly paints. Snow and night are the house's own.

export const SNOW = '#f4f8ff';
export const NIGHT = '#0a1030';
export const DUSK = '#1b2a63';
export const GOLD = '#e0b45c';
export const LIT = '#ffd98a';
export const SOOT = '#1b1330';
export const BARK = '#32203a';
export const PLUM = '#6b3f48';
export const OAK = '#b0704a';
export const ELM = '#8a5646';
export const BERRY = '#b8435a';
export const STONE = '#7f8bca';
export const SLATE = '#2e3976';
export const MORTAR = '#1f2a62';
export const SHEEN = '#e6edff';
export const ICE = '#cbd8fb';
export const SHADE = '#8a9ee4';
export const HAZE = '#b3c3f4';
export const DEEP = '#25357f';
export const BLUE = '#6176c8';
export const MOONLIT = '#fdf3d0';
export const CREAM = '#fff5e6';
export const TAN = '#c39a78';
export const BRASS = '#b98a4a';
