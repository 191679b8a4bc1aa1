import 'server-only';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import { applyRulings } from '@/grader/rulings/apply-rulings';
import type { AppealRulingBody, AppealStatus } from '@/schemas/appeal';
import { EvidenceSchema } from '@/schemas/grade';
import { type AppealId, type LearnerId, LearnerIdSchema, SubmissionIdSchema } from '@/schemas/ids';
import { LEVEL_SHARE } from '@/schemas/rubric';
import type { Actor } from '../actor';
import { requireIn } from '../authority';
import { database, inTransaction } from '../db/database';
import { fromJson } from '../db/json';
import type { Tx } from '../db/open-database';
import { changeGrade } from '../grades/change-grade';
import { readGradeHistory } from '../grades/grade-history';
import { keepSample } from '../labelled-samples/labelled-samples';
import { proposeAlike } from '../regrades/regrades';
import { dropLease, holdLease } from '../reviews/leases';
import { type AppealRow, closeAppeal, findAppeal, isSameRuling, type Ruled } from './close-appeal';
import { ruleOnItem } from './rule-on-item';
import { hasOthersToRule, whoSet } from './who-set';

async function ruleOnCriterion(tx: Tx, actor: Actor, appeal: AppealRow, body: AppealRulingBody): Promise<Ruled> {
  const submissionId = SubmissionIdSchema.parse(appeal.submissionId);
  const learnerId: LearnerId = LearnerIdSchema.parse(appeal.learnerId);
  const history = await readGradeHistory(tx, submissionId);
  const latest = history.at(-1);
  const line = latest?.grade.criteria.find(({ id }) => id === appeal.criterionId);
  if (!latest || !line) return { ok: false, reason: 'no-grade' };
  if (latest.number !== body.basedOn) return { ok: false, reason: 'changed-since' };
  const isOwn = whoSet(history, line.id) === actor.learnerId;
  if (isOwn && (await hasOthersToRule(tx, actor, body.cohortId, learnerId))) return { ok: false, reason: 'own-level' };
  const { ruling, reason } = body;
  if (ruling.outcome === 'uphold' && LEVEL_SHARE[ruling.level] <= LEVEL_SHARE[line.level])
    return { ok: false, reason: 'not-higher' };
  // Last, because a refusal must not leave the draft with somebody who will not go on.
  if (!(await holdLease(tx, actor, submissionId, Date.now())).ok) return { ok: false, reason: 'taken' };
  const about = await placeOf(latest.grade.exercise, line.id, submissionId);
  const before = { levelBefore: line.level, isAlone: isOwn };
  if (ruling.outcome === 'reject') {
    await closeAppeal(tx, actor, appeal, body, { status: 'rejected', level: line.level, ...before }, about);
    await dropLease(tx, actor, submissionId);
    return { ok: true, value: { status: 'rejected' } };
  }
  const { level } = ruling;
  const grade = applyRulings(latest.grade, [{ criterionId: line.id, level, reason }]);
  const by = { byId: actor.learnerId, reason, basedOn: body.basedOn };
  const changed = await changeGrade(tx, { submissionId, kind: 'appeal', grade, ...by });
  if (!changed.ok) return { ok: false, reason: changed.reason };
  const status = level === 'full' ? 'upheld' : 'partly';
  await closeAppeal(tx, actor, appeal, body, { status, level, event: changed.value.number, ...before }, about);
  const { criterionId, passage } = { ...appeal, criterionId: line.id };
  const { rubricHash } = latest;
  await keepSample(tx, { appealId: appeal.id, submissionId, criterionId, passage, reason, grade, rubricHash });
  const sentence = passage === null ? '' : fromJson(passage, EvidenceSchema).quote;
  const proposal = { id: appeal.id, scenarioId: grade.exercise, sentence };
  await proposeAlike(tx, actor, proposal, body.cohortId, { criterionId, level });
  await dropLease(tx, actor, submissionId);
  return { ok: true, value: { status } };
}

async function placeOf(scenarioId: string, criterionId: string, submissionId: string) {
  const exercise = selectOptionalExercise(await getCourse(), scenarioId);
  const title = exercise?.rubric.criteria.find(({ id }) => id === criterionId)?.title ?? criterionId;
  return { title: `${scenarioId}, ${title}`, href: `/results/${submissionId}` };
}

/**
 * Rules on an appeal: raises the level, or says why it stays. An appeal never lowers anything. Whoever set the level does
 * not rule on it while somebody else may; where nobody else is there they do, and the record says so.
 */
export async function ruleOnAppeal(actor: Actor, appealId: AppealId, body: AppealRulingBody): Promise<Ruled> {
  requireIn(actor, body.cohortId, 'review', 'rule on an appeal');
  const known = await database().selectFrom('appeals').select('id').where('id', '=', appealId).executeTakeFirst();
  if (!known) return { ok: false, reason: 'unknown-appeal' };
  return inTransaction(async (tx) => {
    // Held first, so that of two people ruling at once the second sees what the first did.
    await tx.updateTable('appeals').set({ id: appealId }).where('id', '=', appealId).execute();
    const appeal = await findAppeal(tx, actor, body.cohortId, appealId);
    if (!appeal) return { ok: false, reason: 'unknown-appeal' };
    if (appeal.status !== 'open')
      return isSameRuling(appeal, actor, body)
        ? { ok: true, value: { status: appeal.status as AppealStatus } }
        : { ok: false, reason: 'already-closed' };
    return appeal.kind === 'item' ? ruleOnItem(tx, actor, appeal, body) : ruleOnCriterion(tx, actor, appeal, body);
  });
}
