import '../lib/old';
import '../lib/base.css';
import '../lib/unbounded.css';
import './tv.css';
import { render } from 'preact';
import { wakeWithPage } from '../lib/room';
import { Show } from './show';
import { TvPage } from './TvPage';

const app = document.getElementById('app');
const show = new Show(new URLSearchParams(location.search).get('session'));
wakeWithPage(() => show.room);
show.start();
if (app) render(<TvPage show={show} />, app);
