// The arena on a card: three levels on a hill, a flag on top.

export function ArenaPicture() {
  return (
    <svg viewBox="0 0 160 100" aria-hidden="true">
      <rect width="160" height="100" rx="18" fill="#1b2a63" />
      <path d="M0 22c40-16 70 14 160-8v20c-70 18-110-8-160 8Z" fill="#3df0b5" opacity=".35" />
      <path d="M0 82c26-4 44-30 76-42s52 4 84 4v38a18 18 0 0 1-18 18H18A18 18 0 0 1 0 82Z" fill="#f4f8ff" />
      <path d="M0 92c40-16 110-14 160-8a18 18 0 0 1-18 16H18A18 18 0 0 1 0 92Z" fill="#b9c9f5" />
      <path d="M112 44V14" stroke="#14204f" stroke-width="4" stroke-linecap="round" />
      <path d="M114 14c10-5 16 5 26 0v16c-10 5-16-5-26 0Z" fill="#7ff0cf" />
      <circle cx="30" cy="72" r="9" fill="#79e6b6" stroke="#14204f" stroke-width="3" />
      <circle cx="60" cy="52" r="9" fill="#ffdb80" stroke="#14204f" stroke-width="3" />
      <circle cx="90" cy="42" r="9" fill="#ff8f8f" stroke="#14204f" stroke-width="3" />
    </svg>
  );
}
