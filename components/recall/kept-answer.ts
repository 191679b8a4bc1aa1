import type { Sent } from './recall-machine';

/** One answer that did not arrive. There is one card on the screen, so there is never more than one. */
const KEY = 'defensible:recall:unsent';

export function keepAnswer(sent: Sent): void {
  try {
    window.localStorage.setItem(KEY, JSON.stringify(sent));
  } catch {
    // storage is switched off: the answer then lasts as long as the page
  }
}

export function forgetAnswer(): void {
  try {
    window.localStorage.removeItem(KEY);
  } catch {
    // storage is switched off: nothing is there to forget
  }
}

export function readAnswer(): Sent | null {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? 'null');
    // Written by this page alone; the server checks what is sent, whatever stands there.
    return typeof kept === 'object' && kept !== null && 'cardId' in kept ? (kept as Sent) : null;
  } catch {
    return null; // switched off, or not ours: the same as nothing kept
  }
}
