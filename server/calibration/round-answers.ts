import 'server-only';
import { selectOptionalExercise } from '@/course/select';
import { standingDecision } from '@/grader/trust/decided-grade';
import type { DrawnAnswer, MachineMark } from '@/schemas/calibration-round';
import type { Course, Exercise } from '@/schemas/course';
import type { Grade } from '@/schemas/grade';
import type { LearnerId } from '@/schemas/ids';
import type { Criterion, Level } from '@/schemas/rubric';
import type { HandIn, Scenario } from '@/schemas/scenario';
import type { Actor } from '../actor';
import { recordAct } from '../audit';
import { database } from '../db/database';
import { readGradeHistory } from '../grades/grade-history';
import { gradeInThread } from '../grading-thread';
import { selectStaffResult } from '../instructor';

/** What is shown of an answer, and how machine and reference marks of it are found. */
export interface RoundAnswer {
  readonly scenarioTitle: string;
  readonly brief: string;
  readonly components: Scenario['components'];
  readonly handIn: HandIn;
  readonly criteria: readonly Criterion[];
  marks(): Promise<{ readonly machine: MachineMark[]; readonly reference: Readonly<Record<string, Level>> | null }>;
}

const toMarks = (criteria: Grade['criteria'], withQuotes: boolean): MachineMark[] =>
  criteria.map(({ id, level, confidence, evidence, person }) => ({
    criterionId: id,
    level: person?.machineLevel ?? level,
    confidence,
    quotes: withQuotes ? evidence.map(({ quote }) => quote) : [],
  }));

function ofSample(exercise: Exercise, title: string): RoundAnswer | null {
  const sample = exercise.samples.find((one) => one.title === title);
  if (!sample) return null;
  const { scenario, rubric } = exercise;
  return {
    scenarioTitle: scenario.title,
    brief: scenario.brief,
    components: scenario.components,
    handIn: sample.handIn,
    criteria: rubric.criteria,
    marks: async () => ({
      machine: toMarks((await gradeInThread(exercise, sample.handIn)).criteria, true),
      reference: sample.expected.levels,
    }),
  };
}

const HOUR = 3_600_000;

/** That somebody read a learner's text is kept once an hour. */
async function recordView(actor: Actor, subjectId: LearnerId, submissionId: string) {
  const before = await database()
    .selectFrom('audit_entries')
    .select('details')
    .where('actorId', '=', actor.learnerId)
    .where('subjectId', '=', subjectId)
    .where('act', '=', 'text.viewed')
    .where('at', '>', Date.now() - HOUR)
    .execute();
  if (before.some(({ details }) => details.includes(submissionId))) return;
  await recordAct(database(), actor, {
    act: 'text.viewed',
    subjectId,
    details: { submissionId, where: 'calibration' },
  });
}

async function ofSubmission(
  actor: Actor,
  { submissionId }: Extract<DrawnAnswer, { type: 'submission' }>,
): Promise<RoundAnswer | null> {
  const result = await selectStaffResult(actor, submissionId);
  if (!result?.grade) return null;
  await recordView(actor, result.learner.id, submissionId);
  const { scenarioTitle, brief, components, handIn, criteria } = result;
  return {
    ...{ scenarioTitle, brief, components, handIn, criteria },
    marks: async () => {
      const history = await readGradeHistory(database(), submissionId);
      const decision = standingDecision(history);
      const machine =
        decision?.machine ?? history.findLast(({ kind }) => kind === 'machine' || kind === 'regrade')?.grade;
      return {
        machine: toMarks(machine?.criteria ?? [], false),
        reference: decision && Object.fromEntries(decision.person.criteria.map(({ id, level }) => [id, level])),
      };
    },
  };
}

/** The answer behind a draw; null where the sample, the draft, or the right to read it has gone. */
export async function readAnswer(actor: Actor, course: Course, drawn: DrawnAnswer): Promise<RoundAnswer | null> {
  if (drawn.type === 'submission') return ofSubmission(actor, drawn);
  const exercise = selectOptionalExercise(course, drawn.scenarioId);
  return exercise ? ofSample(exercise, drawn.title) : null;
}
