import type { Save } from './draft-machine';

/** The state of the draft in a few words; `clock` writes an instant as the reader's wall clock does. */
export function saveWords(save: Save, clock: (at: number) => string): string {
  switch (save.status) {
    case 'saved':
      return save.at === null ? 'Nothing to save yet' : `Saved ${clock(save.at)}`;
    case 'waiting':
    case 'saving':
      return 'Saving…';
    case 'offline':
      return 'Offline, kept on this device';
    case 'refused':
      return `Not saved: ${save.message}`;
    case 'conflict':
      return 'Two versions: choose one';
    default:
      return save satisfies never;
  }
}
