import 'server-only';
import type { DraftComparison } from '@/schemas/comparison';
import type { ScenarioId } from '@/schemas/ids';
import type { HandInSummary } from '@/schemas/result';
import type { Actor } from '../actor';
import { selectHandIns, selectResult } from '../submissions';
import { changesBetween } from './since-last';

/** Draft numbers as an address carries them; anything else means the default. */
export interface AskedDrafts {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The two drafts asked for, the earlier first; the last two where nothing fitting was asked for. */
export function pairOf(
  handIns: readonly HandInSummary[],
  asked: AskedDrafts,
): readonly [HandInSummary, HandInSummary] | null {
  const numbered = (number: string | undefined) => handIns.find((handIn) => String(handIn.number) === number);
  const after = numbered(asked.to) ?? handIns.at(-1);
  const before = numbered(asked.from) ?? handIns.findLast(({ number }) => after && number < after.number);
  if (!after || !before || before.number === after.number) {
    const [last, second] = [handIns.at(-1), handIns.at(-2)];
    return last && second ? [second, last] : null;
  }
  return before.number < after.number ? [before, after] : [after, before];
}

/** Two of one's own drafts at a scenario side by side; null before there are two. */
export async function selectComparison(
  actor: Actor,
  scenarioId: ScenarioId,
  asked: AskedDrafts,
): Promise<DraftComparison | null> {
  const handIns = await selectHandIns(actor, scenarioId);
  const pair = pairOf(handIns, asked);
  if (!pair) return null;
  const [first, second] = pair;
  const before = await selectResult(actor, first.submissionId);
  const after = await selectResult(actor, second.submissionId);
  if (!before || !after) return null;
  return {
    scenarioId,
    scenarioTitle: after.scenarioTitle,
    components: after.components,
    handIns,
    before: { summary: first, handIn: before.handIn },
    after: { summary: second, handIn: after.handIn },
    changes: changesBetween(before, after),
  };
}
