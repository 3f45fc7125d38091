import '../lib/old';
import { render } from 'preact';

const app = document.getElementById('app');
if (app) render(<p>snowparty</p>, app);
