// Why something was refused, in the guest's words. Code of its own: most guests never need it.
import { refusalWords } from '../lib/errors';
import type { SystemError } from '../protocol.gen';

export default function Refusal({ error }: { error: SystemError }) {
  return <>{refusalWords(error)}</>;
}
