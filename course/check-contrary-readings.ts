import { copiedUnits } from '@/grader/contrary/copied-units';
import { judgeReply } from '@/grader/contrary/judge-reply';
import { prepareCase } from '@/grader/contrary/prepare-case';
import { readText } from '@/grader/text/read-text';
import type { ContraryCase } from '@/schemas/contrary';
import type { Course, Exercise } from '@/schemas/course';
import type { RebuttalGrade } from '@/schemas/rebuttal';
import type { Problem } from './problem';

type Read = Pick<RebuttalGrade, 'standing' | 'answered' | 'aspects'>;

const levels = ({ aspects }: Read) => Object.values(aspects).map(({ level }) => level);

/** Grades every statement of every contrary.yaml as if it were the reply: each must be read as what its list says it is. */
export function checkContraryReadings(course: Pick<Course, 'exercises'>): Problem[] {
  return course.exercises.flatMap((exercise) =>
    (exercise.contrary?.cases ?? []).flatMap((one, index) =>
      checkCase(exercise, one).map(({ path, message }) => ({
        file: `exercises/${exercise.scenario.id}/contrary.yaml`,
        path: `cases[${index}].${path}`,
        message,
      })),
    ),
  );
}

function checkCase({ scenario }: Exercise, one: ContraryCase): Omit<Problem, 'file'>[] {
  const prepared = prepareCase({ scenario, contrary: one });
  const read = (text: string) => judgeReply(prepared, text);
  return [
    ...one.strong_points.flatMap(({ id, statements }, at) =>
      statements.flatMap((text, index) => {
        const { answered, standing } = read(text);
        if (answered === id) return [];
        const found = answered ? `of ${answered}` : `of no point (${standing})`;
        return [
          {
            path: `strong_points[${at}].statements[${index}]`,
            message: `is read as speaking ${found}, expected of ${id}; name the point more plainly`,
          },
        ];
      }),
    ),
    ...one.conditions.flatMap((text, index) => {
      const { level } = read(text).aspects.condition;
      if (level === 'full') return [];
      return [
        { path: `conditions[${index}]`, message: `is read as ${level}, expected full; begin it with if or should` },
      ];
    }),
    ...one.dismissals.flatMap((text, index) =>
      levels(read(text)).every((level) => level === 'none')
        ? []
        : [{ path: `dismissals[${index}]`, message: 'earns something, expected nothing' }],
    ),
    ...(levels(read(one.case)).every((level) => level === 'none')
      ? []
      : [{ path: 'case', message: 'earns something when it is copied, expected nothing' }]),
    ...checkShort(one),
  ];
}

/** A sentence of the case that is too short to be known again would earn a reply something that copies it. */
function checkShort({ case: text }: ContraryCase): Omit<Problem, 'file'>[] {
  const read = readText(text);
  const known = copiedUnits(read, [text]);
  return read.units
    .filter((unit) => !known.has(unit))
    .map(({ start, end }) => ({
      path: 'case',
      message: `has "${text.slice(start, end).trim()}", too short to be told from a copy; expected five words or more in each sentence, and before each semicolon`,
    }));
}
