// The quest's part of the desk: the heroes and who plays them, and the chronicle of the evening.
import './desk.css';
import { useRoom } from '../../../lib/room';
import type { Playing } from '../../desk';
import { Chronicle } from './Chronicle';
import { Heroes } from './Heroes';
import { fightOn } from './standing';

export default function Tools({ session }: Playing) {
  const room = useRoom();
  const party = room.topic('party.state');
  if (!party) return null;
  return (
    <>
      <Heroes party={party} fight={fightOn(session, room.topic('combat.update'))} open={session.status === 'active'} />
      {party.begun && <Chronicle flags={party.flags} />}
    </>
  );
}
