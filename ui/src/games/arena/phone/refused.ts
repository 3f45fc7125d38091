// What a guest is told of a refused action: what came too late is named, and what the page reports on the way is no matter.
import { refusalWords } from '../../../lib/errors';
import { texts } from '../../../lib/i18n';
import type { ActionRequest, Details, SystemError } from '../../../protocol.gen';

const en = {
  tap: 'Your last snowballs came too late.',
  puzzle: 'Your last moves came too late.',
  answer: (question: number) => `Your answer to question ${question} came too late.`,
};

const ru: typeof en = {
  tap: 'Последние снежки пришли слишком поздно.',
  puzzle: 'Последние ходы пришли слишком поздно.',
  answer: (question) => `Ответ на вопрос ${question} пришёл слишком поздно.`,
};

const words = texts(en, ru);

/** The words for a refusal; null if there is nothing that the guest could want to know. */
export function refusedWords(error: SystemError, request: ActionRequest | null): string | null {
  const details = request?.action_type === 'progress' ? (request.payload as { details?: Details } | undefined)?.details : undefined;
  if (!details) return refusalWords(error);
  if (!matters(details, error)) return null;
  return error.code === 'action/too_late' ? lateWords(details) : refusalWords(error);
}

/** A checkpoint is followed by another report; a game that was ended counts none. */
function matters(details: Details, error: SystemError): boolean {
  return 'question' in details || (details.done === true && error.code !== 'session/not_active');
}

function lateWords(details: Details): string {
  if ('question' in details) return words().answer(details.question + 1);
  return 'moves' in details ? words().puzzle : words().tap;
}
