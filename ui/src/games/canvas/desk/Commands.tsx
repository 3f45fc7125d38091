// The host's own button for the canvas: the end of the match.
import { useState } from 'preact/hooks';
import { Ask } from '../../../host/Ask';
import { Command } from '../../../host/Command';
import { noticed } from '../../../host/notice';
import { useCanvas } from './canvas';
import { words } from './words';

export default function Commands() {
  const canvas = useCanvas();
  const [asking, ask] = useState(false);
  const said = words();
  return (
    <>
      <Command sign="stop" word={said.finish} look="btn-pale" press={() => ask(true)} />
      {asking && <Ask said={said.finishAsk} confirm={() => void canvas.host.finish().then((answer) => noticed(answer))} close={() => ask(false)} />}
    </>
  );
}
