// Tells the styles whether the guest moves by keys (a remote, a keyboard): only then is the focus shown. Old browsers have no
// :focus-visible.

/** Follows keys and fingers from now on. */
export function followKeys(): void {
  const root = document.documentElement;
  window.addEventListener('keydown', (event) => {
    if (event.key === 'Tab' || event.key.indexOf('Arrow') === 0 || event.key === 'Enter') root.setAttribute('data-keys', '');
  }, true);
  for (const finger of ['mousedown', 'touchstart']) window.addEventListener(finger, () => root.removeAttribute('data-keys'), true);
}
