/** Finished first attempts that answered an item alike, counted. */
export interface ResponseCount {
  /** Of the wording that was answered; null from before wordings were kept. */
  readonly hash: string | null;
  /** How many other items of the attempt were right, and how many others there were. */
  readonly restRight: number;
  readonly restTotal: number;
  readonly isCorrect: boolean;
  /** Options that were taken; empty for items without options. */
  readonly chosen: readonly string[];
  readonly n: number;
  /** When the first of them was answered. */
  readonly since: number;
}

/** The score on the other items as a share, so that attempts over more and fewer items can be put together. */
export const restShare = ({ restRight, restTotal }: Pick<ResponseCount, 'restRight' | 'restTotal'>): number =>
  restTotal === 0 ? 0 : restRight / restTotal;

export const countOf = (counts: readonly { readonly n: number }[]): number => counts.reduce((sum, { n }) => sum + n, 0);
