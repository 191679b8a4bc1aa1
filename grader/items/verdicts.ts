import type { ItemScore } from '@/schemas/item';

type UnscorableReason = Extract<ItemScore, { type: 'unscorable' }>['reason'];

/** The response did not fit the item: nothing is said about right or wrong. */
export const unscorable = (reason: UnscorableReason): ItemScore => ({ type: 'unscorable', reason });

/** A fully right or fully wrong response. */
export const scored = (isCorrect: boolean): ItemScore => ({ type: 'scored', share: isCorrect ? 1 : 0, isCorrect });

/** A response that can be partly right. It is correct only where nothing is missing and nothing is wrong. */
export const partlyScored = (share: number, isCorrect: boolean): ItemScore => ({
  type: 'scored',
  share: Math.min(1, Math.max(0, share)),
  isCorrect,
});

/** An item, and a response, of one type. */
export type OfType<Union extends { type: string }, Type extends Union['type']> = Extract<Union, { type: Type }>;
