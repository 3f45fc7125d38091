// The atelier in a worker: orders come as messages, and the page is told when the board has come to rest, as it was seen by so many
// looks. An error here ends it: the page draws by itself then. A loss ends it, too: the page begins anew with another one.
import { Atelier } from './atelier';
import { Glass } from './glass';
import type { Opening, Order, Report } from './orders';
import { drawsFor, missed } from '../paper';

let atelier: Atelier | null = null;
let looks = 0;

self.onmessage = ({ data: order }: MessageEvent<Opening | Order>) => {
  if (order.do === 'open') return open(order);
  if (order.do === 'look') looks++;
  if (atelier) atelier.obey(order);
};

function open({ glass, calm }: Opening): void {
  drawsFor(() => report('lost'));
  atelier = new Atelier(new Glass(missed(glass), calm), { beforeFrame: () => false, rested: () => report(looks) });
}

function report(report: Report): void {
  self.postMessage(report);
}
