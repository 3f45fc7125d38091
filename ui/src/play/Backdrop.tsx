// The winter night behind the phone's pages; until it is there, its sky alone is.
import { Scene, type Mood } from '../widgets/Scene';

export default function Backdrop({ mood }: { mood: Mood }) {
  return (
    <div class="late-scene">
      <Scene mood={mood} light />
    </div>
  );
}
