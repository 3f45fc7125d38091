// The page's own fonts come later than its first letters: what was measured in other letters is measured anew.

/** Hears each time that fonts have come; answers with how to stop. */
export function onFonts(come: () => void): () => void {
  const { fonts } = document;
  fonts.addEventListener('loadingdone', come);
  return () => fonts.removeEventListener('loadingdone', come);
}
