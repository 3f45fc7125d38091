// The host's own buttons for the quest: the story begins at once, or ends for today.
import { useState } from 'preact/hooks';
import { Ask } from '../../../host/Ask';
import { Command } from '../../../host/Command';
import { useRoom } from '../../../lib/room';
import type { Playing } from '../../desk';
import { isPlayed } from './standing';
import { words } from './words';

export default function Commands({ session }: Playing) {
  const room = useRoom();
  const [asking, ask] = useState(false);
  const said = words();
  const casting = session.phase === 'casting';
  const party = room.topic('party.state');
  const finish = (): void => void room.act('finish', {}, 'finish');
  // Behind the end nothing can be lost: it need not be asked.
  if (session.phase === 'ending') return <Command sign="skip" word={said.toEnd} look="btn-pale" press={finish} />;
  return (
    <>
      <Command sign="stop" word={casting ? said.leave : said.finish} look="btn-pale" press={() => ask(true)} />
      {casting && <Command sign="play" word={said.begin} look="btn-go btn-wide" off={!isPlayed(party)} press={() => void room.act('begin', {}, 'begin')} />}
      {asking && <Ask said={casting ? said.beforeAsk : said.finishAsk} confirm={finish} close={() => ask(false)} />}
    </>
  );
}
