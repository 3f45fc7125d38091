// Node 18, which Debian 12 brings, keeps what browsers call `crypto` in a module.
import { webcrypto } from 'node:crypto';

if (!('crypto' in globalThis)) Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
