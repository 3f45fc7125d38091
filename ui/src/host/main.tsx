import '../lib/old';
import '../lib/base.css';
import '../lib/ui.css';
import './host.css';
import { render } from 'preact';
import { followKeys } from '../lib/keys';
import { wakeWithPage } from '../lib/room';
import { Desk } from './desk';
import { HostPage } from './HostPage';

/** The terminal's link carries the key in its fragment, which no server ever sees; it must not stay in the history either. */
function keyFromLink(): string | null {
  const found = /[#&]token=([^&]+)/.exec(location.hash);
  if (!found) return null;
  history.replaceState(null, '', location.pathname + location.search);
  return decodeURIComponent(found[1] ?? '');
}

const app = document.getElementById('app');
const desk = new Desk(navigator.languages ?? [navigator.language], new URLSearchParams(location.search).get('session'));
followKeys();
wakeWithPage(() => desk.room);
void desk.start(keyFromLink());
if (app) render(<HostPage desk={desk} />, app);
