import 'server-only';
import type { CohortId, ScenarioId } from '@/schemas/ids';
import type { DiscussionPack } from '@/schemas/team-map';
import type { Actor } from '../actor';
import { recordAct } from '../audit';
import { database } from '../db/database';
import { selectDiscussionPack } from './select-pack';

/** The pack for a file, which is noted; null for an unknown cohort or scenario. */
export async function exportPack(
  actor: Actor,
  cohortId: CohortId,
  scenarioId: ScenarioId,
): Promise<DiscussionPack | null> {
  const pack = await selectDiscussionPack(actor, cohortId, scenarioId);
  if (!pack) return null;
  const details = { what: 'discussion-pack', scenarioId };
  await recordAct(database(), actor, { act: 'export.made', cohortId, details });
  return pack;
}
