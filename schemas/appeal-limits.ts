/** Fewer characters give the person who rules nothing to rule on. Apart from the schema, so that a form need not load it. */
export const LEAST_APPEAL = 20;
export const MOST_APPEAL = 1_000;
