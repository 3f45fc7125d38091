// Every phone is away: the story waits, and says so.
import { Moon } from './Heroes';
import { words } from './words';

export function Sleep() {
  const text = words().asleep;
  return (
    <div class="q-over q-sleep">
      <div class="q-card q-sleep-card">
        <div class="q-sleep-sign"><Moon /></div>
        <h2 class="q-sleep-title">{text.title}</h2>
        <p class="q-sleep-text">{text.text}</p>
      </div>
    </div>
  );
}
