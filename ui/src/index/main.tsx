import '../lib/old';
import '../lib/base.css';
import '../lib/ui.css';
import './index.css';
import { render } from 'preact';
import { deviceLang, speak } from '../lib/i18n';
import { followKeys } from '../lib/keys';
import { Chooser } from './Chooser';

/** A small screen under a finger is a guest's phone: no question is needed. */
function isPhone(): boolean {
  const touch = 'ontouchstart' in window || navigator.maxTouchPoints > 0;
  return touch && Math.min(screen.width, screen.height) < 560;
}

function choose(): void {
  const app = document.getElementById('app');
  speak(deviceLang(navigator.languages ?? [navigator.language]));
  followKeys();
  if (app) render(<Chooser />, app);
}

if (isPhone()) location.replace('/play' + location.search);
else choose();
