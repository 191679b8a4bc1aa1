import 'server-only';
import { largePaste } from '@/grader/similarity/large-paste';
import { type LargePaste, PastesSchema } from '@/schemas/paste';
import { database } from '../db/database';
import { fromJson } from '../db/json';

/** Whether much of a draft came in one paste, with the numbers; the caller has checked who reads. */
export async function readLargePaste(submissionId: string, text: string): Promise<LargePaste | null> {
  const row = await database()
    .selectFrom('submissions')
    .select('pastes')
    .where('id', '=', submissionId)
    .where('textRemovedAt', 'is', null)
    .executeTakeFirst();
  return largePaste(row?.pastes ? fromJson(row.pastes, PastesSchema) : null, text);
}
