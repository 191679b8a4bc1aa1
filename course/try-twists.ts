import { defensibleChoices } from '@/grader/choices/credit-pick';
import { judgeNote } from '@/grader/twists/judge-note';
import { acceptedPicks, judgeParts } from '@/grader/twists/judge-parts';
import { prepareTwist } from '@/grader/twists/prepare-twist';
import { twistShare } from '@/grader/twists/twist-share';
import type { Exercise } from '@/schemas/course';
import type { Level } from '@/schemas/rubric';
import { type Boundary, BoundarySchema, type Choice, ChoiceSchema, type HandIn } from '@/schemas/scenario';
import type { Expectation, TwistRules, TwistsFile } from '@/schemas/twist';

/** What the rules of one twist give to somebody who does right, and to one who errs in a single part. */
export interface TwistTry {
  readonly exercise: string;
  readonly twist: string;
  readonly mustMove: number;
  readonly mayMove: number;
  readonly mustStay: number;
  /** Right moves with the first reason as the note. */
  readonly right: number;
  /** The same with one part moved that must stay: the best such try; null where none must stay. */
  readonly movedNeedlessly: number | null;
  /** The same with one part left that must move: the best such try; null where none must move. */
  readonly leftBehind: number | null;
  /** Right moves with the reason that the grader likes least. */
  readonly worstReason: number;
  /** Reasons that do not earn all, half reasons that earn all, and others that earn something: as paths in the file. */
  readonly misread: readonly string[];
}

type Picks = Pick<HandIn, 'choices' | 'boundary'>;

interface Part<Pick extends string = string> {
  readonly id: string;
  readonly expectation: Expectation<Pick>;
  /** A defensible pick from before, one that must move where one must. */
  readonly before: Pick;
  readonly right: Pick;
  /** Another defensible pick, or any other where there is none: what somebody moves to for no reason. */
  readonly needless: Pick;
}

const CHOICES = ChoiceSchema.options;
const BOUNDARIES = BoundarySchema.options;

function partOf<Pick extends string>(
  id: string,
  expectation: Expectation<Pick>,
  defensible: readonly Pick[],
  all: readonly Pick[],
): Part<Pick> {
  const accepted = acceptedPicks(expectation);
  const before = defensible.find((pick) => expectation.expect !== 'must-move' || !accepted.has(pick)) ?? defensible[0];
  if (before === undefined) throw new Error(`${id} has no defensible pick`);
  const right = expectation.expect === 'must-stay' ? before : (expectation.accept[0] ?? before);
  const isOther = (pick: Pick) => pick !== before && !accepted.has(pick);
  return { id, expectation, before, right, needless: defensible.find(isOther) ?? all.find(isOther) ?? before };
}

function partsOf(exercise: Exercise, rules: TwistRules): { parts: Part<Choice>[]; boundary: Part<Boundary> } {
  const { scenario } = exercise;
  const parts = scenario.components.map((component) => {
    const expectation = rules.components[component.id] ?? { expect: 'must-stay' };
    return partOf<Choice>(component.id, expectation, [...defensibleChoices(component)], CHOICES);
  });
  const { choice, also } = scenario.boundary;
  return { parts, boundary: partOf<Boundary>('boundary', rules.boundary, [choice, ...also], BOUNDARIES) };
}

/** Picks out of all parts, by what each of them gives. */
function picksBy(
  { parts, boundary }: ReturnType<typeof partsOf>,
  pick: <Own extends string>(part: Part<Own>) => Own,
): Picks {
  const choices: Record<string, Choice> = Object.fromEntries(parts.map((part) => [part.id, pick(part)]));
  return { choices, boundary: pick(boundary) };
}

function tryTwist(exercise: Exercise, twists: TwistsFile, index: number): TwistTry {
  const rules = twists.twists[index];
  if (!rules) throw new Error(`${exercise.scenario.id} has no twist ${index + 1}`);
  const all = partsOf(exercise, rules);
  const before = picksBy(all, (part) => part.before);
  const right = picksBy(all, (part) => part.right);
  const source = { scenario: exercise.scenario, twists, index };
  const prepared = prepareTwist(source);
  const levels = new Map<string, Level>();
  const levelOf = (note: string) => {
    const level = levels.get(note) ?? judgeNote(prepared, note).note.level;
    levels.set(note, level);
    return level;
  };
  // The same sum as gradeTwist makes, with each note read once.
  const overall = (picks: Picks, note: string) =>
    twistShare({ ...judgeParts(exercise.scenario, rules, before, picks), level: levelOf(note) });
  const first = rules.reasons[0] ?? '';
  const list: readonly Part[] = [...all.parts, all.boundary];
  const withOne = (kind: Expectation<string>['expect'], wrong: 'before' | 'needless') => {
    const tries = list
      .filter(({ expectation }) => expectation.expect === kind)
      .map(({ id }) =>
        overall(
          picksBy(all, (part) => (part.id === id ? part[wrong] : part.right)),
          first,
        ),
      );
    return tries.length === 0 ? null : Math.max(...tries);
  };
  const count = (kind: Expectation<string>['expect']) =>
    list.filter(({ expectation }) => expectation.expect === kind).length;
  return {
    exercise: exercise.scenario.id,
    twist: rules.id,
    mustMove: count('must-move'),
    mayMove: count('may-move'),
    mustStay: count('must-stay'),
    right: overall(right, first),
    movedNeedlessly: withOne('must-stay', 'needless'),
    leftBehind: withOne('must-move', 'before'),
    worstReason: Math.min(...rules.reasons.map((reason) => overall(right, reason))),
    misread: misreadIn(rules, levelOf),
  };
}

function misreadIn(rules: TwistRules, levelOf: (note: string) => Level): string[] {
  const wanted = [
    { list: 'reasons', level: 'full' },
    { list: 'half_reasons', level: 'half' },
    { list: 'not_reasons', level: 'none' },
  ] as const;
  return wanted.flatMap(({ list, level }) =>
    rules[list].flatMap((text, at) => {
      const found = levelOf(text);
      return found === level ? [] : [`${list}[${at}]: is read as ${found}, expected ${level}`];
    }),
  );
}

/** Tries every twist of an exercise; none where it has no rules for twists. */
export function tryTwists(exercise: Exercise): TwistTry[] {
  const { twists } = exercise;
  return twists ? twists.twists.map((_, index) => tryTwist(exercise, twists, index)) : [];
}
