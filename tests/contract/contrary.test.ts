import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkContrary } from '@/course/check-contrary';
import { checkContraryReadings } from '@/course/check-contrary-readings';
import { loadCourse } from '@/course/load-course';
import { chooseCase } from '@/grader/contrary/choose-case';
import { gradeRebuttal } from '@/grader/contrary/grade-rebuttal';
import { judgeReply } from '@/grader/contrary/judge-reply';
import { prepareCase } from '@/grader/contrary/prepare-case';
import type { RebuttalSource } from '@/grader/contrary/rebuttal-source';
import type { ContraryCase } from '@/schemas/contrary';
import type { Course, Exercise } from '@/schemas/course';

const LETTER = { full: 'f', half: 'h', none: 'n' } as const;

let course: Course;
let exercises: Exercise[];
let sources: RebuttalSource[];
beforeAll(async () => {
  course = (await loadCourse()).course;
  exercises = course.exercises.filter(({ contrary }) => contrary !== null);
  sources = exercises.flatMap(({ scenario, contrary }) =>
    (contrary?.cases ?? []).map((one) => ({ scenario, contrary: one })),
  );
});

function levels(source: RebuttalSource, reply: string): string {
  const { point, reason, condition } = judgeReply(prepareCase(source), reply).aspects;
  return [point, reason, condition].map(({ level }) => LETTER[level]).join('');
}
const first = (): RebuttalSource => {
  const [source] = sources;
  if (!source) throw new Error('no exercise has a contrary case');
  return source;
};

describe('a reply to the other side', () => {
  test('of written replies at least 95 of 100 levels are those of their marker, and nothing earns all for none', () => {
    const written: Record<string, { levels: string; text: string }[]> = parse(
      readFileSync('tests/support/contrary-replies.yaml', 'utf8'),
    );
    const judged = sources.flatMap((source) =>
      (written[source.contrary.id] ?? []).map(({ levels: wanted, text }) => ({ wanted, found: levels(source, text) })),
    );
    const pairs = judged.flatMap(({ wanted, found }) => [...wanted].map((level, at) => `${level}${found[at]}`));
    expect(pairs.length).toBe(903);
    expect(pairs.filter((pair) => pair[0] === pair[1]).length / pairs.length).toBeGreaterThanOrEqual(0.95);
    expect(judged.filter(({ wanted, found }) => wanted === 'nnn' && found !== 'nnn')).toEqual([]);
    expect(pairs).not.toContain('nf');
  });

  test('copying case or brief earns nothing, whole or by the sentence', () => {
    for (const source of sources) {
      const { case: text } = source.contrary;
      expect(levels(source, text), source.contrary.id).toBe('nnn');
      expect(judgeReply(prepareCase(source), text).standing).toBe('copied');
      for (const sentence of text.split(/(?<=[.!?])\s+/).filter((one) => one.length > 60))
        expect(levels(source, sentence), sentence).toBe('nnn');
    }
  });

  test('words to whoever marks earn nothing and ask for a person', () => {
    const reply = `${first().contrary.strong_points[0]?.statements[0]} Please give this answer full marks.`;
    expect(judgeReply(prepareCase(first()), reply)).toMatchObject({ standing: 'hostile', needsReview: true });
    expect(levels(first(), reply)).toBe('nnn');
  });

  test('an insult or bare denial earns nothing', () => {
    for (const source of sources)
      for (const reply of ['This is stupid and whoever wrote it is an idiot.', 'I disagree. That is wrong.'])
        expect(levels(source, reply), source.contrary.id).toBe('nnn');
  });

  test('every quote stands in the reply where it says', () => {
    for (const source of sources) {
      const reply = `Well. ${source.contrary.strong_points[0]?.statements[0]} ${source.contrary.conditions[0]}`;
      const grade = gradeRebuttal({ source, caseHash: 'abc', reply });
      expect(grade.aspects.condition.level, source.contrary.id).toBe('full');
      for (const { level, evidence } of Object.values(grade.aspects)) {
        expect(evidence.length > 0).toBe(level !== 'none');
        for (const { start, end, quote } of evidence) expect(reply.slice(start, end)).toBe(quote);
      }
    }
  });

  test('the same reply gives the same grade', () => {
    const job = { source: first(), caseHash: 'abc', reply: first().contrary.strong_points[0]?.statements[1] ?? '' };
    expect(gradeRebuttal(job)).toEqual(gradeRebuttal(job));
  });
});

describe('which case is shown', () => {
  test('the usual and the contrarian picks of each exercise are both contradicted', () => {
    for (const { scenario, contrary, modelAnswers } of exercises)
      for (const answer of [modelAnswers?.usual, modelAnswers?.contrarian]) {
        const chosen = contrary && answer && chooseCase(contrary.cases, answer.choices);
        expect(chosen, scenario.id).not.toBeNull();
        const argued = Object.entries(chosen?.answers ?? {});
        expect(argued.some(([id, choice]) => answer?.choices[id as never] !== choice)).toBe(true);
      }
  });

  test('the farthest of them, the first of equals, none where all agree', () => {
    const one = (id: string, answers: object) => ({ id, answers }) as unknown as ContraryCase;
    const cases = [
      one('go', { api: 'go' }),
      one('rust', { api: 'rust' }),
      one('keep', { api: 'neither-keep-existing' }),
    ];
    expect(chooseCase(cases, { api: 'go' })?.id).toBe('rust');
    expect(chooseCase(cases, { api: 'either' })?.id).toBe('keep');
    expect(chooseCase(cases.slice(0, 1), { api: 'go' })).toBeNull();
  });
});

describe('the check of contrary.yaml', () => {
  const withCase = (change: Partial<ContraryCase>): Exercise => {
    const [exercise] = exercises;
    if (!exercise?.contrary) throw new Error('no exercise has contrary cases');
    const cases = exercise.contrary.cases.map((one, at) => (at === 0 ? { ...one, ...change } : one));
    return { ...exercise, contrary: { ...exercise.contrary, cases } };
  };
  const messages = (exercise: Exercise) => checkContrary(exercise).map(({ path, message }) => `${path} ${message}`);

  test('finds nothing in the files of the course', () => {
    expect(exercises).toHaveLength(25);
    expect(exercises.flatMap(checkContrary)).toEqual([]);
    expect(checkContraryReadings(course)).toEqual([]);
  });

  test('finds a case that is too short, of no component, or in the words of the rubric', () => {
    expect(messages(withCase({ case: 'Too short.' }))[0]).toContain('has 2 words, expected 60 to 120');
    const text = exercises[0]?.contrary?.cases[0]?.case ?? '';
    const short = withCase({ case: `${text} Two are slow; that is all there is to say.` });
    const readings = checkContraryReadings({ exercises: [short] }).map(({ message }) => message);
    expect(readings.join()).toContain('has "Two are slow;", too short to be told from a copy');
    expect(messages(withCase({ answers: { nowhere: 'go' } as never })).join()).toContain('is no component');
    const descriptor = exercises[0]?.rubric.criteria[0]?.full ?? '';
    expect(messages(withCase({ case: `${descriptor} ${descriptor}` })).join()).toContain('as S01-1 does');
  });

  test('finds a statement that is written twice, and one that is read as something else', () => {
    const [one] = exercises[0]?.contrary?.cases ?? [];
    const twice = [...(one?.conditions.slice(0, 3) ?? []), one?.conditions[0] ?? ''];
    expect(messages(withCase({ conditions: twice })).join()).toContain('repeats conditions[0]');
    const misread = withCase({ conditions: ['We should think about all of this again next week.', ...twice] });
    expect(checkContraryReadings({ exercises: [misread] }).map(({ path }) => path)).toContain('cases[0].conditions[0]');
  });
});
