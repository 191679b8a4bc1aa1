import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { loadCourse } from '@/course/load-course';
import { gradeHandIn } from '@/grader/grade-hand-in';
import { prepareBeliefs } from '@/grader/studio/find-beliefs';
import { giveFeedback } from '@/grader/studio/give-feedback';
import { AppealDeskSchema, DraftAppealSchema, OwnAppealsSchema } from '@/schemas/appeal';
import { OwnAssignmentSchema } from '@/schemas/assignment';
import { CalibrationTaskSchema } from '@/schemas/calibration-round';
import type { Course } from '@/schemas/course';
import { EMPTY_DECISION } from '@/schemas/decision';
import { InviteSchema } from '@/schemas/invite';
import { LabelledSampleSchema } from '@/schemas/labelled-sample';
import { FacilitatorRoundSchema, ParticipantRoundSchema } from '@/schemas/live';
import { QuestionSchema, toQuestion } from '@/schemas/question';
import { OwnRegradeSchema, RegradeViewSchema } from '@/schemas/regrade';
import { OwnReviewSchema, ReviewQueueSchema, ReviewViewSchema } from '@/schemas/review-desk';
import { PublicRubricSchema, toPublicRubric } from '@/schemas/rubric';
import { PublicScenarioSchema, toPublicScenario } from '@/schemas/scenario';
import { DiscussionPackSchema, ScenarioMapSchema } from '@/schemas/team-map';
import { EVERY_ITEM } from '@/tests/support/every-item';
import { leaksIn, readable, SECRET_FIELDS, type Secret, secretsOf } from './canaries';

let course: Course;
let secrets: Secret[];
beforeAll(async () => {
  course = (await loadCourse()).course;
  secrets = secretsOf(course);
});

const fieldsIn = (served: string) => SECRET_FIELDS.filter((field) => served.includes(`"${field}"`));

describe('what a browser may hold', () => {
  test.each(EVERY_ITEM.map((item) => [item.type, item] as const))(
    'a %s question holds nothing secret',
    (_type, item) => {
      const served = JSON.stringify(toQuestion(item));
      expect(served).not.toContain('SECRET');
      expect(served).not.toMatch(/"key"|7654321|1234567|"required"|"defects"|"tolerance"/);
      expect(served).toContain(item.stem);
      expect(JSON.stringify(item)).toContain('SECRET');
    },
  );

  test('the questions of every quiz hold no secret of the course', () => {
    const served = course.lessons.map(({ quiz }) => JSON.stringify(quiz.items.map(toQuestion))).join('\n');
    expect(leaksIn(served, secrets)).toEqual([]);
    expect(fieldsIn(served)).toEqual([]);
  });

  test('the public side of every scenario holds no secret of the course', () => {
    const served = JSON.stringify(course.exercises.map(({ scenario }) => toPublicScenario(scenario)));
    expect(leaksIn(served, secrets)).toEqual([]);
    expect(fieldsIn(served)).toEqual([]);
  });

  test('the public side of every rubric holds no descriptor, concept or answer', () => {
    const served = JSON.stringify(course.exercises.map(({ rubric }) => toPublicRubric(rubric)));
    expect(leaksIn(served, secrets).filter(({ text }) => !isPublicLine(course, text))).toEqual([]);
    expect(fieldsIn(served)).toEqual([]);
  });
});

describe('what a learner reads after handing in', () => {
  test.each([
    ['nothing', ''],
    ['a remark', 'We should decide soon, because the team waits.'],
  ])('feedback on %s gives no descriptor or concept away', (_name, explanation) => {
    const feedback = course.exercises.flatMap((exercise) =>
      gradeHandIn(exercise, { choices: {}, explanation }).criteria.map((criterion) => criterion.feedback),
    );
    expect(feedback.length).toBeGreaterThan(100);
    expect(leaksIn(feedback.join('\n'), secrets).filter(({ text }) => !isPublicLine(course, text))).toEqual([]);
  });
});

/** Titles and hints are shown after the first hand-in; a concept may share its words with one. */
function isPublicLine({ exercises }: Course, text: string): boolean {
  const lines = exercises.flatMap(({ rubric }) => rubric.criteria.flatMap(({ title, hint }) => [title, hint]));
  return lines.some((line) => readable(line).includes(readable(text)));
}

describe('the search for leaks', () => {
  test('knows the secrets of every rubric and every scenario', () => {
    for (const { scenario, rubric } of course.exercises) {
      expect(secrets.some(({ where }) => where === `exercises/${scenario.id}/scenario.yaml`)).toBe(true);
      for (const { id } of rubric.criteria)
        expect(secrets.filter(({ where }) => where === `rubric ${id}`).length).toBeGreaterThanOrEqual(3);
    }
  });

  test('finds a whole scenario, rubric or item that was passed on by mistake', () => {
    for (const { scenario, rubric } of course.exercises) {
      expect(leaksIn(JSON.stringify(scenario), secrets).length).toBeGreaterThan(10);
      expect(leaksIn(JSON.stringify(rubric), secrets).length).toBeGreaterThan(10);
    }
  });

  test.each([
    ['plain', (text: string) => text],
    ['as JSON', (text: string) => JSON.stringify({ text })],
    ['as JSON inside a script string', (text: string) => JSON.stringify(JSON.stringify({ text }))],
    ['with escaped angle brackets', (text: string) => text.replaceAll("'", '\\u0027')],
    ['as HTML', (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#x27;')],
    ['with a tag inside', (text: string) => text.replace(' ', ' <em>').replace(/$/, '</em>')],
    ['broken over lines', (text: string) => text.replaceAll(' ', '\n  ')],
  ])('sees a descriptor %s', (_name, disguise) => {
    const descriptor = course.exercises[0]?.rubric.criteria[1]?.full ?? '';
    expect(leaksIn(`<p>${disguise(descriptor)}</p>`, secrets).length).toBeGreaterThan(0);
  });

  test('leaves out what the brief itself says', () => {
    const brief = course.exercises.map(({ scenario }) => scenario.brief).join('\n');
    expect(leaksIn(brief, secrets)).toEqual([]);
  });
});

describe('the shape of what is public', () => {
  test.each([
    ['question', QuestionSchema],
    ['public-scenario', PublicScenarioSchema],
    ['public-rubric', PublicRubricSchema],
    ['invite', InviteSchema],
    ['own-assignment', OwnAssignmentSchema],
    ['own-review', OwnReviewSchema],
    ['calibration-task', CalibrationTaskSchema],
    ['review-queue', ReviewQueueSchema],
    ['review-view', ReviewViewSchema],
    ['own-appeals', OwnAppealsSchema],
    ['draft-appeal', DraftAppealSchema],
    ['appeal-desk', AppealDeskSchema],
    ['labelled-sample', LabelledSampleSchema],
    ['own-regrade', OwnRegradeSchema],
    ['regrade-view', RegradeViewSchema],
    ['participant-round', ParticipantRoundSchema],
    ['facilitator-round', FacilitatorRoundSchema],
    ['scenario-map', ScenarioMapSchema],
    ['discussion-pack', DiscussionPackSchema],
  ])('%s changes only on purpose', async (name, schema) => {
    const shape = `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`;
    await expect(shape).toMatchFileSnapshot(`./snapshots/${name}.snap`);
  });
});

const namesIn = (schema: z.ZodType) =>
  [...JSON.stringify(z.toJSONSchema(schema)).matchAll(/"(\w+)":\{/g)].map(([, name = '']) => name);
/** A component of a scenario has a name too. */
const WHOSE = /^(learner|learnerId|email|writer|personName|isGuest|votedBy|rulerId)$/;

test('nothing on the blind desk has a place for whose a text is, nor for what a link opens', () => {
  const blind = [ReviewQueueSchema, ReviewViewSchema, CalibrationTaskSchema, AppealDeskSchema, DraftAppealSchema];
  expect(blind.flatMap(namesIn)).toContain('handIn');
  expect(blind.flatMap(namesIn).filter((name) => WHOSE.test(name))).toEqual([]);
  expect(namesIn(InviteSchema).filter((name) => /token|hash|url/i.test(name ?? ''))).toEqual([]);
});

test('what is said of a team, and what leaves it in a file, has no place for whose it is', () => {
  const ofAll = [FacilitatorRoundSchema, ParticipantRoundSchema, ScenarioMapSchema, LabelledSampleSchema];
  const packed = namesIn(DiscussionPackSchema);
  expect([...ofAll.flatMap(namesIn), ...packed].filter((name) => WHOSE.test(name))).toEqual([]);
  // The same search finds an address where there is one.
  expect(namesIn(InviteSchema).filter((name) => WHOSE.test(name))).not.toEqual([]);
});

test('before a reveal a round has no place for the decision of anybody else, nor for how many decided', () => {
  const names = namesIn(ParticipantRoundSchema.omit({ shown: true }));
  expect(names).toContain('own');
  expect(names.filter((name) => /^(votes|decided|people|lines|isEnough)$/.test(name))).toEqual([]);
  expect(namesIn(FacilitatorRoundSchema).filter((name) => /^(votes|own|line)$/.test(name))).toEqual([]);
});

test('what learners are told of their appeals and regrades has no place for a key, a rubric or a model answer', () => {
  const names = [OwnAppealsSchema, OwnRegradeSchema].flatMap(namesIn);
  const secret = new Set<string>([...SECRET_FIELDS, 'key', 'full', 'half', 'answer']);
  expect(names.filter((name) => secret.has(name) || WHOSE.test(name))).toEqual([]);
  expect(namesIn(AppealDeskSchema).some((name) => secret.has(name))).toBe(true);
});

test('feedback on a decision of one’s own holds no statement of the exercises’ probes', () => {
  const statements = course.exercises.flatMap(({ probes }) => probes?.misconceptions ?? []);
  const beliefs = prepareBeliefs(course.misconceptions, statements);
  const context = course.misconceptions.map(({ statement }) => statement).join('\n\n');
  const feedback = giveFeedback({ ...EMPTY_DECISION, context }, beliefs);
  expect(feedback.warnings.some(({ kind }) => kind === 'misconception')).toBe(true);
  const served = readable(JSON.stringify(feedback));
  expect(leaksIn(served, secrets)).toEqual([]);
  const said = statements.flatMap(({ says, corrects }) => [...says, ...corrects]).map(readable);
  const shown = readable(`${context} ${JSON.stringify(course.misconceptions)}`);
  expect(said.filter((text) => text.length >= 25 && !shown.includes(text) && served.includes(text))).toEqual([]);
});
