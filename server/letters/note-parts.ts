import 'server-only';
import { type LetterKind, type LetterPart, LetterPartSchema } from '@/schemas/letter';
import { mailSettings } from '../accounts/current-settings';
import { toJson } from '../db/json';
import type { Tx } from '../db/open-database';
import { newId } from '../new-id';
import { selectReaders } from './readers';

export interface NewPart {
  readonly kind: LetterKind;
  /** What makes it this part and no other for one person. */
  readonly key: string;
  readonly about: LetterPart;
  readonly goodUntil: number;
  /** Said again, it is new again; otherwise a key that was there before adds nothing. */
  readonly isRenewed?: boolean;
}

/**
 * Notes something for the next letters of those of these people who want such a letter and can be written to, in the
 * transaction of what it tells about. Nothing where no mail is sent.
 */
export async function noteParts(tx: Tx, learnerIds: readonly string[], part: NewPart): Promise<void> {
  if (!mailSettings()) return;
  const { kind, key, goodUntil } = part;
  const said = { about: toJson(LetterPartSchema.parse(part.about)), createdAt: Date.now(), goodUntil };
  for (const { learnerId, letters } of await selectReaders(tx, learnerIds)) {
    if (!letters[kind]) continue;
    await tx
      .insertInto('letter_parts')
      .values({ id: newId(), learnerId, key, kind, ...said, letterId: null })
      .onConflict((conflict) => {
        const same = conflict.columns(['learnerId', 'key']);
        return part.isRenewed ? same.doUpdateSet({ ...said, letterId: null }) : same.doNothing();
      })
      .execute();
  }
}
