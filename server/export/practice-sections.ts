import 'server-only';
import { writeMadr } from '@/grader/studio/adr/write-madr';
import { MarkAnswerBodySchema } from '@/schemas/calibration-round';
import { DecisionRecordSchema } from '@/schemas/decision';
import { PredictionSchema } from '@/schemas/prediction';
import { RecallAnswerSchema } from '@/schemas/recall';
import { TwistAnswerSchema, TwistGradeSchema } from '@/schemas/twist-grade';
import { database } from '../db/database';
import { fromJson } from '../db/json';
import { selectDecisions } from '../decisions/decisions';
import { selectLooks } from '../decisions/reconsider';
import { readCards } from '../recall/cards';
import { bullets, type ExportSection, quoted, sayInstant } from './section';

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** What somebody expected of their own drafts, and the further hints that they opened. */
export const exportSelfAssessment: ExportSection = async ({ learnerId }) => {
  const rows = await database()
    .selectFrom('predictions')
    .innerJoin('submissions', 'submissions.id', 'predictions.submissionId')
    .select(['scenarioId', 'number', 'status', 'criteria', 'answeredAt'])
    .where('learnerId', '=', learnerId)
    .orderBy('askedAt')
    .execute();
  const predictions = rows.map(({ criteria, ...row }) => ({
    ...row,
    criteria: criteria === null ? null : fromJson(criteria, PredictionSchema),
  }));
  const hints = await database()
    .selectFrom('hint_uses')
    .select(['scenarioId', 'criterionId', 'step', 'usedAt'])
    .where('learnerId', '=', learnerId)
    .orderBy('usedAt')
    .execute();
  const lines = [
    ...predictions.map(({ scenarioId, number, criteria }) => {
      const said = criteria?.map(({ id, level, certainty }) => `${id} ${level} (${certainty})`).join(', ');
      return `${scenarioId}, draft ${number}: ${said ?? 'not predicted'}`;
    }),
    ...hints.map(({ criterionId, step, usedAt }) => `Hint for ${criterionId}: ${step}, ${sayInstant(usedAt)}`),
  ];
  return {
    key: 'selfAssessment',
    title: 'Predictions and hints',
    data: { predictions, hints },
    markdown: bullets(lines),
  };
};

/** Rounds after a changed fact: one's own answer and how it was graded. */
export const exportTwistRounds: ExportSection = async ({ learnerId }) => {
  const rows = await database()
    .selectFrom('twist_rounds')
    .select(['scenarioId', 'twistId', 'number', 'answer', 'grade', 'submittedAt'])
    .where('learnerId', '=', learnerId)
    .orderBy('submittedAt')
    .execute();
  const rounds = rows.map(({ answer, grade, ...row }) => {
    const { parts, boundary, note, overall } = fromJson(grade, TwistGradeSchema);
    return { ...row, answer: fromJson(answer, TwistAnswerSchema), grade: { parts, boundary, note, overall } };
  });
  return {
    key: 'twistRounds',
    title: 'Rounds after a changed fact',
    data: rounds,
    markdown: rounds
      .map(({ twistId, number, submittedAt, answer, grade }) =>
        [
          `### ${twistId}, round ${number}, ${sayInstant(submittedAt)}: ${percent(grade.overall)}`,
          bullets([
            ...grade.parts.map(({ id, before, after, verdict }) => `${id}: ${before} → ${after} (${verdict})`),
            `boundary: ${grade.boundary.before} → ${grade.boundary.after} (${grade.boundary.verdict})`,
          ]),
          quoted(answer.note),
        ].join('\n\n'),
      )
      .join('\n\n'),
  };
};

/** Cards of the spaced review and every answer to them, without what a card holds of the course. */
export const exportRecall: ExportSection = async ({ learnerId }) => {
  const cards = (await readCards(database(), learnerId)).map(
    ({ id, kind, sourceKey, dueAt, createdAt, retiredAt }) => ({
      ...{ id, kind, sourceKey, dueAt, createdAt, retiredAt },
    }),
  );
  const rows = await database()
    .selectFrom('recall_logs')
    .select(['cardId', 'rating', 'answer', 'scheduledDays', 'reviewedAt', 'undoneAt'])
    .where('learnerId', '=', learnerId)
    .orderBy('reviewedAt')
    .execute();
  const reviews = rows.map(({ answer, ...row }) => ({ ...row, answer: fromJson(answer, RecallAnswerSchema) }));
  const lines = cards.map(({ id, kind, sourceKey, dueAt, retiredAt }) => {
    const count = reviews.filter((review) => review.cardId === id && review.undoneAt === null).length;
    const state = retiredAt === null ? `due ${sayInstant(dueAt)}` : 'no longer asked';
    return `${kind} ${sourceKey}: ${count} ${count === 1 ? 'answer' : 'answers'}, ${state}`;
  });
  return { key: 'spacedReview', title: 'Spaced review', data: { cards, reviews }, markdown: bullets(lines) };
};

/** Decisions of the studio in full, each as the record that its own export writes, with what lost to a newer text. */
export const exportDecisions: ExportSection = async (actor) => {
  const decisions = [];
  for (const decision of await selectDecisions(actor))
    decisions.push({ ...decision, looks: await selectLooks(actor, decision.id) });
  const rows = await database()
    .selectFrom('decision_conflicts')
    .select(['decisionId', 'record', 'keptAt'])
    .where('learnerId', '=', actor.learnerId)
    .orderBy('keptAt')
    .execute();
  const setAside = rows.map(({ record, ...row }) => ({ ...row, record: fromJson(record, DecisionRecordSchema) }));
  return {
    key: 'decisions',
    title: 'Decisions in the studio',
    data: { decisions, setAside },
    markdown: [...decisions, ...setAside].map(({ record }) => quoted(writeMadr(record))).join('\n\n'),
  };
};

/** Rounds of marking answers blind: what the person gave, without the answers, which are others'. */
export const exportBlindMarking: ExportSection = async ({ learnerId }) => {
  const rounds = await database()
    .selectFrom('calibration_rounds')
    .select(['id', 'startedAt', 'finishedAt'])
    .where('learnerId', '=', learnerId)
    .orderBy('startedAt')
    .execute();
  const rows = await database()
    .selectFrom('calibration_marks')
    .select(['roundId', 'position', 'levels', 'markedAt'])
    .where('learnerId', '=', learnerId)
    .orderBy('markedAt')
    .execute();
  const marks = rows.map(({ levels, ...row }) => ({
    ...row,
    levels: fromJson(levels, MarkAnswerBodySchema.shape.levels),
  }));
  const lines = rounds.map(({ id, startedAt }) => {
    const count = marks.filter(({ roundId }) => roundId === id).length;
    return `Round of ${sayInstant(startedAt)}: ${count} ${count === 1 ? 'answer' : 'answers'} marked`;
  });
  return { key: 'blindMarking', title: 'Answers marked blind', data: { rounds, marks }, markdown: bullets(lines) };
};
