export function Logo() {
  return (
    <p class="logo" aria-label="snowparty">
      snow<b>party</b>
    </p>
  );
}
