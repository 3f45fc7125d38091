import '../lib/old';
import '../lib/base.css';
import '../lib/ui.css';
import './play.css';
import { render } from 'preact';
import { followKeys } from '../lib/keys';
import { wakeWithPage } from '../lib/room';
import { fetchLater } from './later';
import { Phone } from './phone';
import { PhonePage } from './PhonePage';

const app = document.getElementById('app');
const phone = new Phone(navigator.languages ?? [navigator.language]);
followKeys();
wakeWithPage(() => phone.room);
phone.start(new URLSearchParams(location.search).get('session'));
if (app) render(<PhonePage phone={phone} />, app);
fetchLater();
