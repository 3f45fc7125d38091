// The host's own buttons for the arena: on to the next thing, and the end of the game.
import { useState } from 'preact/hooks';
import { Ask } from '../../../host/Ask';
import { Command } from '../../../host/Command';
import { useRoom } from '../../../lib/room';
import type { Playing } from '../../desk';
import { words } from './words';

export default function Commands({ session }: Playing) {
  const room = useRoom();
  const [asking, ask] = useState(false);
  const said = words();
  return (
    <>
      <Command sign="skip" word={said.skip} look="btn-pale" off={Boolean(session.pause)} press={() => void room.act('skip')} />
      <Command sign="stop" word={said.end} look="btn-quiet btn-wide" press={() => ask(true)} />
      {asking && <Ask said={said.endAsk} confirm={() => void room.act('end', {}, 'end')} close={() => ask(false)} />}
    </>
  );
}
