import { describe, expect, it } from 'vitest';
import { commandOf, type Key } from './keys';

const press = (key: string, code: string, held: Partial<Key> = {}) => commandOf({ key, code, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...held });

describe('keys', () => {
  it('move the crosshair, with Shift ten cells at once', () => {
    expect(press('ArrowLeft', 'ArrowLeft')).toEqual({ do: 'move', x: -1, y: 0 });
    expect(press('ArrowDown', 'ArrowDown', { shiftKey: true })).toEqual({ do: 'move', x: 0, y: 10 });
  });

  it('choose colours by their place: 1 is the first, 0 the tenth', () => {
    expect(press('1', 'Digit1')).toEqual({ do: 'color', at: 0 });
    expect(press('0', 'Digit0')).toEqual({ do: 'color', at: 9 });
    expect(press(']', 'BracketRight')).toEqual({ do: 'step', by: 1 });
  });

  it('work in a Russian layout', () => {
    expect(press('к', 'KeyR')).toEqual({ do: 'turn' });
    expect(press('я', 'KeyZ')).toEqual({ do: 'undo' });
  });

  it('zoom with plus and minus wherever they lie', () => {
    expect(press('+', 'BracketRight')).toEqual({ do: 'zoom', factor: 1.5 });
    expect(press('=', 'Equal')).toEqual({ do: 'zoom', factor: 1.5 });
  });

  it('leave the browser its own', () => {
    expect(press('r', 'KeyR', { ctrlKey: true })).toBeNull();
    expect(press('z', 'KeyZ', { ctrlKey: true })).toEqual({ do: 'undo' });
    expect(press('Tab', 'Tab')).toBeNull();
  });
});
