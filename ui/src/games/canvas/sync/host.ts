// What the host may do to the canvas, each as one request in the host's name. The words of refusals are the page's matter.
import type { Answer } from '../../../lib/api';
import type { CanvasArea, CanvasFilter, CanvasPreview, SeatId } from '../../../protocol.gen';
import type { Http } from './http';

export class Host {
  constructor(private readonly http: Http) {}

  protect(area: CanvasArea): Promise<Answer<object>> {
    return this.http.act('protect', { area });
  }

  unprotect(area: CanvasArea): Promise<Answer<object>> {
    return this.http.act('unprotect', { area });
  }

  bar(player: SeatId, barred: boolean): Promise<Answer<object>> {
    return this.http.act('bar', { player_id: player, barred });
  }

  clear(): Promise<Answer<object>> {
    return this.http.act('clear');
  }

  unclear(): Promise<Answer<object>> {
    return this.http.act('unclear');
  }

  finish(): Promise<Answer<object>> {
    return this.http.act('finish');
  }

  /** Changes nothing. */
  preview(by: CanvasFilter): Promise<Answer<CanvasPreview>> {
    return this.http.post('preview', { by });
  }

  rollback(by: CanvasFilter): Promise<Answer<object>> {
    return this.http.act('rollback', { by });
  }

  /** Lays a picture over this area as what is to be painted. */
  layTemplate(png: Blob, at: CanvasArea): Promise<Answer<object>> {
    return this.http.post(`template?x=${at.x}&y=${at.y}&width=${at.width}&height=${at.height}`, png);
  }

  untemplate(): Promise<Answer<object>> {
    return this.http.act('untemplate');
  }
}
