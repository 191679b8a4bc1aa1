import 'server-only';

/** Lets others have their turn: SQLite answers in this thread, so long work comes in slices. */
export const letOthers = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
