// The atelier in a worker: orders come as messages, and the page is told when the board has come to rest, as it was seen by so many
// looks. An error here ends it: the page draws by itself then.
import { Atelier } from './atelier';
import { Glass } from './glass';
import type { Opening, Order } from './orders';

let atelier: Atelier | null = null;
let looks = 0;

self.onmessage = ({ data: order }: MessageEvent<Opening | Order>) => {
  if (order.do === 'open') return open(order);
  if (order.do === 'look') looks++;
  if (atelier) atelier.obey(order);
};

function open({ glass, calm }: Opening): void {
  atelier = new Atelier(new Glass(glass, calm), { beforeFrame: () => false, rested: () => self.postMessage(looks) });
}
