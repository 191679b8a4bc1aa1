import 'server-only';

/** Draws are whole numbers below this: a sample of x % takes those below x/100 of it. */
export const DRAWS = 1_000_000;
