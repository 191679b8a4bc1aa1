import 'server-only';
import type { SubmissionId } from '@/schemas/ids';
import type { Db } from '../db/open-database';

/**
 * Which of these drafts a person looked at only because the desk's random sample chose them: the only ones that say how
 * the grader does in general. None until a desk draws samples; it then answers here.
 */
export async function readSampledDrafts(_db: Db, _ids: readonly SubmissionId[]): Promise<ReadonlySet<SubmissionId>> {
  return new Set();
}
