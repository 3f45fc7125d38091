import '../lib/old';
import '../lib/base.css';
import '../lib/ui.css';
import '../play/play.css';
import { render } from 'preact';
import { followKeys } from '../lib/keys';
import { wakeWithPage } from '../lib/room';
import { CanvasPage } from './CanvasPage';
import { Visit } from './visit';

const app = document.getElementById('app');
const visit = new Visit(navigator.languages ?? [navigator.language]);
followKeys();
wakeWithPage(() => visit.room);
visit.start(new URLSearchParams(location.search).get('session'));
if (app) render(<CanvasPage visit={visit} />, app);
