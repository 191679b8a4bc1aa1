import 'server-only';
import { type ScenarioId, type SubmissionId, SubmissionIdSchema } from '@/schemas/ids';
import { type HandIn, HandInSchema } from '@/schemas/scenario';
import type { Actor } from './actor';
import { database } from './db/database';
import { contentHash, fromJson } from './db/json';
import { selectDraft } from './drafts';

/** One's own earlier draft, to go on from. */
export interface RevisionView {
  readonly submissionId: SubmissionId;
  readonly number: number;
  readonly handIn: HandIn;
  /** True where the working draft holds nothing that was not handed in: another text may take its place. */
  readonly isHandedIn: boolean;
}

/** The draft to revise; null for an id that is unknown, somebody else's or of another exercise. Changes nothing. */
export async function selectRevision(
  actor: Actor,
  scenarioId: ScenarioId,
  id: string | undefined,
): Promise<RevisionView | null> {
  const submissionId = SubmissionIdSchema.safeParse(id);
  if (!submissionId.success) return null;
  const rows = await database()
    .selectFrom('submissions')
    .select(['id', 'number', 'handIn', 'contentHash'])
    .where('learnerId', '=', actor.learnerId)
    .where('scenarioId', '=', scenarioId)
    .execute();
  const found = rows.find((row) => row.id === submissionId.data);
  if (!found) return null;
  const draft = await selectDraft(actor, scenarioId);
  const hash = draft ? contentHash({ scenarioId, handIn: draft.handIn }) : null;
  return {
    submissionId: submissionId.data,
    number: found.number,
    handIn: fromJson(found.handIn, HandInSchema),
    isHandedIn: hash === null || rows.some((row) => row.contentHash === hash),
  };
}
