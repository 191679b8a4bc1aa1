import 'server-only';
import { type Hint, HintSchema, type HintStep } from '@/schemas/hint';
import type { CriterionId, ScenarioId, SubmissionId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { LearnerCriterion, ResultView } from '@/schemas/result';
import type { Actor } from './actor';
import { database, inTransaction } from './db/database';
import { lockLearner } from './learners';
import { selectHandIns, selectResult } from './submissions';

/** The latest draft whose grade its learner may see; hints follow from that grade. */
async function latestResult(actor: Actor, scenarioId: ScenarioId): Promise<ResultView | null> {
  const shown = (await selectHandIns(actor, scenarioId)).filter(({ overall }) => overall !== null);
  const latest = shown.at(-1);
  return latest ? selectResult(actor, latest.submissionId) : null;
}

async function usedSteps(actor: Actor, scenarioId: ScenarioId) {
  return database()
    .selectFrom('hint_uses')
    .select(['criterionId', 'step'])
    .where('learnerId', '=', actor.learnerId)
    .where('scenarioId', '=', scenarioId)
    .execute();
}

type Used = Awaited<ReturnType<typeof usedSteps>>;

/** Steps in their order: one without reading goes on to what is asked, and that only where the exercise is open. */
function toHint(view: ResultView, criterion: LearnerCriterion, used: Used): Hint {
  const has = (step: HintStep) => used.some((one) => one.criterionId === criterion.id && one.step === step);
  const asks = view.opened?.criteria.find(({ id }) => id === criterion.id)?.asks ?? null;
  const hasReading = criterion.reread.length > 0;
  const needsReading = hasReading && !has('reading');
  return HintSchema.parse({
    criterionId: criterion.id,
    title: criterion.title,
    level: criterion.level,
    question: criterion.hint,
    reading: hasReading && has('reading') ? criterion.reread : null,
    asks: has('asks') ? asks : null,
    next: needsReading ? 'reading' : asks !== null && !has('asks') ? 'asks' : null,
  });
}

/** Hints for every criterion that the latest shown grade does not call met; none before there is one. */
export async function selectHints(actor: Actor | null, scenarioId: ScenarioId): Promise<Hint[]> {
  const view = actor && (await latestResult(actor, scenarioId));
  if (!actor || !view?.grade) return [];
  const used = await usedSteps(actor, scenarioId);
  return view.grade.criteria.filter(({ level }) => level !== 'full').map((criterion) => toHint(view, criterion, used));
}

/** Opens a further step and notes it, once however often it is asked for. It lowers no grade. */
export async function openHint(
  actor: Actor,
  asked: { readonly scenarioId: ScenarioId; readonly criterionId: CriterionId; readonly step: HintStep },
): Promise<Outcome<Hint, 'unknown-hint' | 'not-open'>> {
  const { scenarioId, criterionId, step } = asked;
  const find = (hints: readonly Hint[]) => hints.find((hint) => hint.criterionId === criterionId);
  const hint = find(await selectHints(actor, scenarioId));
  if (!hint) return { ok: false, reason: 'unknown-hint' };
  if (hint[step] !== null) return { ok: true, value: hint };
  if (hint.next !== step) return { ok: false, reason: 'not-open' };
  await inTransaction(async (tx) => {
    const now = Date.now();
    const learnerId = await lockLearner(tx, actor.learnerId, now);
    await tx
      .insertInto('hint_uses')
      .values({ learnerId, scenarioId, criterionId, step, usedAt: now })
      .onConflict((conflict) => conflict.columns(['learnerId', 'scenarioId', 'criterionId', 'step']).doNothing())
      .execute();
  });
  const opened = find(await selectHints(actor, scenarioId));
  return opened ? { ok: true, value: opened } : { ok: false, reason: 'unknown-hint' };
}

/** How many further hints its learner had opened when one of their own drafts was handed in. */
export async function countHintsBefore(actor: Actor, submissionId: SubmissionId): Promise<number> {
  const row = await database()
    .selectFrom('submissions')
    .innerJoin('hint_uses', (join) =>
      join
        .onRef('hint_uses.learnerId', '=', 'submissions.learnerId')
        .onRef('hint_uses.scenarioId', '=', 'submissions.scenarioId')
        .onRef('hint_uses.usedAt', '<=', 'submissions.submittedAt'),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('submissions.id', '=', submissionId)
    .where('submissions.learnerId', '=', actor.learnerId)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
