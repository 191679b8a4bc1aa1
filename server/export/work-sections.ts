import 'server-only';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import { SubmissionIdSchema } from '@/schemas/ids';
import type { LearnerGrade } from '@/schemas/result';
import { type HandIn, HandInSchema, type PartialHandIn, PartialHandInSchema } from '@/schemas/scenario';
import type { Actor } from '../actor';
import { database } from '../db/database';
import { fromJson } from '../db/json';
import { selectResult } from '../submissions';
import { bullets, type ExportSection, quoted, sayInstant } from './section';

function recordMarkdown({ choices, boundary, explanation }: HandIn | PartialHandIn): string {
  const picks = Object.entries(choices).map(([component, choice]) => `${component}: ${choice}`);
  return [bullets([...picks, `boundary: ${boundary ?? 'not chosen yet'}`]), quoted(explanation)].join('\n\n');
}

const scenarioTitles = async () => {
  const course = await getCourse();
  return (id: string) => selectOptionalExercise(course, id)?.scenario.title ?? id;
};

export const exportDrafts: ExportSection = async ({ learnerId }) => {
  const titleOf = await scenarioTitles();
  const rows = await database()
    .selectFrom('drafts')
    .select(['scenarioId', 'handIn', 'savedAt'])
    .where('learnerId', '=', learnerId)
    .orderBy('savedAt')
    .execute();
  const drafts = rows.map(({ scenarioId, handIn, savedAt }) => {
    return { scenarioId, title: titleOf(scenarioId), savedAt, handIn: fromJson(handIn, PartialHandInSchema) };
  });
  return {
    key: 'drafts',
    title: 'Working copies',
    data: drafts,
    markdown: drafts
      .map(({ scenarioId, title, savedAt, handIn }) =>
        [`### ${scenarioId} ${title}, saved ${sayInstant(savedAt)}`, recordMarkdown(handIn)].join('\n\n'),
      )
      .join('\n\n'),
  };
};

export const exportSetAside: ExportSection = async ({ learnerId }) => {
  const titleOf = await scenarioTitles();
  const rows = await database()
    .selectFrom('draft_conflicts')
    .select(['scenarioId', 'handIn', 'keptAt'])
    .where('learnerId', '=', learnerId)
    .orderBy('keptAt')
    .execute();
  const texts = rows.map(({ scenarioId, handIn, keptAt }) => {
    return { scenarioId, title: titleOf(scenarioId), keptAt, handIn: fromJson(handIn, PartialHandInSchema) };
  });
  return {
    key: 'setAsideDrafts',
    title: 'Texts set aside for a newer one',
    data: texts,
    markdown: texts
      .map(({ scenarioId, title, keptAt, handIn }) =>
        [`### ${scenarioId} ${title}, set aside ${sayInstant(keptAt)}`, recordMarkdown(handIn)].join('\n\n'),
      )
      .join('\n\n'),
  };
};

/** The result page's own picking; what it opens of the course (descriptors, model answers) is not the learner's work. */
async function gradeOf(actor: Actor, submissionId: string, scenarioId: string) {
  // An exercise that has left the course has no result page any more; its record is still the learner's.
  if (!selectOptionalExercise(await getCourse(), scenarioId)) return { grade: null, isPassed: null, opinion: null };
  const view = await selectResult(actor, SubmissionIdSchema.parse(submissionId));
  return { grade: view?.grade ?? null, isPassed: view?.isPassed ?? null, opinion: view?.opinion ?? null };
}

function gradeMarkdown(grade: LearnerGrade | null): string {
  if (!grade) return 'Not graded.';
  const lines = grade.criteria.map(({ title, points, max, feedback }) => `${title}: ${points} of ${max}. ${feedback}`);
  return [`Graded: ${Math.round(grade.overall * 100)} %`, bullets(lines.map((line) => line.trim()))].join('\n\n');
}

export const exportSubmissions: ExportSection = async (actor) => {
  const titleOf = await scenarioTitles();
  const rows = await database()
    .selectFrom('submissions')
    .select(['id', 'scenarioId', 'number', 'submittedAt', 'pressedAt', 'handIn'])
    .where('learnerId', '=', actor.learnerId)
    .orderBy('submittedAt')
    .orderBy('id')
    .execute();
  const submissions = [];
  for (const { id, handIn, ...row } of rows)
    submissions.push({
      ...{ submissionId: id, ...row, title: titleOf(row.scenarioId), handIn: fromJson(handIn, HandInSchema) },
      ...(await gradeOf(actor, id, row.scenarioId)),
    });
  return {
    key: 'submissions',
    title: 'Records handed in',
    data: submissions,
    markdown: submissions
      .map(({ scenarioId, title, number, submittedAt, handIn, grade }) =>
        [
          `### ${scenarioId} ${title}, draft ${number}, ${sayInstant(submittedAt)}`,
          recordMarkdown(handIn),
          gradeMarkdown(grade),
        ].join('\n\n'),
      )
      .join('\n\n'),
  };
};
