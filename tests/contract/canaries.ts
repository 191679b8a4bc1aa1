import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { countVariants, varyExercise } from '@/course/vary-exercise';
import type { Course, Exercise } from '@/schemas/course';
import type { Item } from '@/schemas/item';

/** A text that must not reach a learner before its time, and where it is written. */
export interface Secret {
  readonly text: string;
  readonly where: string;
  /** `readable(text)`, kept because a search runs over many pages. */
  readonly plain: string;
}

type Found = Omit<Secret, 'plain'>;

/** Every exercise with each of its sets of figures. */
const tellings = (course: Course): Exercise[] =>
  course.exercises.flatMap((exercise) =>
    Array.from({ length: countVariants(exercise) }, (_, variant) => varyExercise(exercise, variant)),
  );

/** Shorter phrases ("memory limit") turn up by chance. */
const MIN_LENGTH = 12;
/** Phrases up to here may be everyday words of the interface; longer ones are nobody's everyday words. */
const SHORT = 40;
/** Long texts are also looked for sentence by sentence: half a model answer is a leak too. */
const LONG = 160;

/** Fields that exist only beside a key, a rubric or an answer. Their names in served JSON give a leak away as well. */
export const SECRET_FIELDS = [
  'also_defensible',
  'concepts',
  'deciding_constraints',
  'defensible_answers',
  'dismissals',
  'isCorrect',
  'modelAnswer',
  'modelAnswers',
  'phrasings',
  'rationale',
  'half_reasons',
  'not_reasons',
  'opens_with',
  'strong_points',
  'tempting_wrong',
  'worked_numbers',
] as const;

/**
 * Every secret of the course that is distinctive: keys' wording, rationales, descriptors, concepts, worked numbers,
 * defensible and model answers. Texts that a learner may read anyway (brief, lessons, ledger, stems; for short phrases
 * the interface too) are left out by looking, not by hand.
 */
export function secretsOf(course: Course, projectRoot = process.cwd()): Secret[] {
  const all = [
    ...course.lessons.flatMap(({ lesson, quiz }) =>
      quiz.items.flatMap((item) =>
        itemSecrets(item).map((text) => ({ text, where: `quiz ${lesson.id} → ${item.id}` })),
      ),
    ),
    ...tellings(course).flatMap(exerciseSecrets),
  ];
  const taught = readable(publicTexts(course).join('\n'));
  const shown = taught + readable(interfaceTexts(projectRoot).join('\n'));
  const seen = new Set<string>();
  return all.flatMap(splitLong).flatMap(({ text, where }): Secret[] => {
    const plain = readable(text);
    if (plain.length < MIN_LENGTH || seen.has(plain)) return [];
    seen.add(plain);
    return (plain.length < SHORT ? shown : taught).includes(plain) ? [] : [{ text, where, plain }];
  });
}

type ByOpening = ReadonlyMap<string, readonly Secret[]>;
const openings = new WeakMap<readonly Secret[], ByOpening>();

/** Secrets by their first letters: a page is read once, however many secrets there are. */
function byOpening(secrets: readonly Secret[]): ByOpening {
  const known = openings.get(secrets);
  if (known) return known;
  const grouped = new Map<string, Secret[]>();
  for (const secret of secrets) {
    const opening = secret.plain.slice(0, MIN_LENGTH);
    grouped.set(opening, [...(grouped.get(opening) ?? []), secret]);
  }
  openings.set(secrets, grouped);
  return grouped;
}

/** The secrets that occur in something served: HTML, a payload, a script or JSON. */
export function leaksIn(served: string, secrets: readonly Secret[]): Secret[] {
  const text = readable(served);
  const candidates = byOpening(secrets);
  const found = new Set<Secret>();
  for (let at = 0; at + MIN_LENGTH <= text.length; at += 1)
    for (const secret of candidates.get(text.slice(at, at + MIN_LENGTH)) ?? [])
      if (text.startsWith(secret.plain, at)) found.add(secret);
  return secrets.filter((secret) => found.has(secret));
}

/** Undoes the disguises of one text: HTML entities, JSON escapes, tags between words, line breaks, capitals. */
export function readable(text: string): string {
  return text
    .replace(/\\+u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\\+n/g, ' ')
    .replace(/\\+(["'`])/g, '$1')
    .replace(/<\/?[a-z][^<>]*>|<!--.*?-->/gi, '')
    .replace(/[*`]/g, '')
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .trim();
}

function splitLong(secret: Found): Found[] {
  if (secret.text.length <= LONG) return [secret];
  const sentences = secret.text.split(/(?<=[.!?])\s+|\n+/).filter((sentence) => sentence.length >= SHORT);
  return [secret, ...sentences.map((text) => ({ text: text.trim(), where: secret.where }))];
}

function itemSecrets(item: Item): string[] {
  const rationales = (list: readonly { rationale: string }[]) => list.map(({ rationale }) => rationale);
  switch (item.type) {
    case 'single-choice':
    case 'multiple-choice':
      return [item.rationale, ...rationales(item.options)];
    case 'ordering':
    case 'matching':
      return [item.rationale, ...rationales(item.entries)];
    case 'numeric':
      return [item.rationale, ...rationales(item.slips)];
    case 'short-answer':
      return [
        item.rationale,
        item.modelAnswer,
        ...item.points.flatMap(({ text, phrasings, rationale }) => [text, rationale, ...phrasings]),
      ];
    case 'spot-the-defect':
      return [item.rationale, ...rationales(item.defects), ...rationales(item.decoys)];
    default:
      return item satisfies never;
  }
}

/** Short probes are everyday clauses ("as fast as possible") and tell nothing by themselves. */
function exerciseSecrets({
  scenario,
  rubric,
  samples,
  probes,
  modelAnswers,
  twists: rules,
  contrary,
  panel,
}: Exercise): Found[] {
  const { boundary, tempting_wrong: tempting } = scenario;
  const twists = [scenario.twist, ...scenario.extra_twists];
  const texts = [
    ...scenario.components.map(({ because }) => because),
    boundary.why,
    boundary.avoid,
    ...scenario.deciding_constraints,
    ...scenario.defensible_answers.flatMap(({ answer, holds_if, argument }) => [answer, holds_if, argument]),
    tempting.answer,
    tempting.misconception,
    tempting.why_it_fails,
    ...scenario.worked_numbers.flatMap(({ ask, formula }) => [ask, formula]),
    ...twists.flatMap(({ change, new_answer, why }) => [change, new_answer, why]),
    ...scenario.ask_before_deciding.after,
  ];
  return [
    ...texts.map((text) => ({ text, where: `exercises/${scenario.id}/scenario.yaml` })),
    ...rubric.criteria.flatMap(({ id, asks, full, half, concepts }) =>
      [asks, full, half, ...concepts].map((text) => ({ text, where: `rubric ${id}` })),
    ),
    ...(probes?.criteria ?? []).flatMap(({ id, parts, passages }) =>
      [...parts.flatMap(({ idea, says, denies }) => [idea, ...says, ...denies]), ...Object.values(passages).flat()]
        .filter((text) => text.length >= SHORT)
        .map((text) => ({ text, where: `probes ${id}` })),
    ),
    ...(modelAnswers ? [modelAnswers.usual, modelAnswers.contrarian] : []).flatMap(({ note, explanation }) =>
      [note, explanation].map((text) => ({ text, where: `model answers of ${scenario.id}` })),
    ),
    ...(rules?.twists ?? []).flatMap(({ id, reasons, half_reasons, not_reasons, feedback }) =>
      [...reasons, ...half_reasons, ...not_reasons, feedback.right, feedback.wrong].map((text) => ({
        text,
        where: `twist rules ${id}`,
      })),
    ),
    ...(contrary?.cases ?? []).flatMap((one) =>
      [
        one.case,
        one.holds_if,
        ...one.strong_points.flatMap(({ point, statements }) => [point, ...statements]),
        ...one.conditions,
        ...one.dismissals,
      ].map((text) => ({ text, where: `contrary ${one.id}` })),
    ),
    ...(panel?.reviewers ?? []).flatMap(({ id, opening }) =>
      Object.values(opening).map((text) => ({ text, where: `panel of ${scenario.id}, ${id}` })),
    ),
    ...samples.map(({ handIn, title }) => ({ text: handIn.explanation, where: `sample of ${scenario.id}: ${title}` })),
  ];
}

/** What any learner may read at any time. */
function publicTexts(course: Course): string[] {
  return [
    JSON.stringify(course.outline),
    ...course.claims.map((claim) => Object.values(claim).join('\n')),
    ...course.cases.flatMap(({ title, decision, decidingConstraint, sections }) => [
      title,
      decision,
      decidingConstraint,
      ...sections.map(({ text }) => text),
    ]),
    ...course.misconceptions.flatMap(({ statement, answer }) => [statement, answer]),
    ...course.glossary.flatMap(({ term, also, text }) => [term, ...also, text]),
    ...course.lessons.flatMap(({ lesson, mdx, quiz }) => [
      mdx,
      lesson.title,
      lesson.standfirst,
      ...lesson.objectives.map(({ text }) => text),
      ...quiz.items.flatMap(shownOfItem),
    ]),
    ...tellings(course).flatMap(({ scenario }) => [
      scenario.title,
      scenario.brief,
      ...Object.values(scenario.given),
      ...scenario.ask_before_deciding.before,
      ...scenario.components.map(({ name }) => name),
    ]),
  ];
}

function shownOfItem(item: Item): string[] {
  const texts = (list: readonly { text: string }[]) => list.map(({ text }) => text);
  return [
    item.stem,
    ...('options' in item ? texts(item.options) : []),
    ...('entries' in item ? texts(item.entries) : []),
    ...('categories' in item ? texts(item.categories) : []),
    ...('listing' in item ? [item.listing.code] : []),
  ];
}

function interfaceTexts(root: string): string[] {
  return ['app', 'components', 'grader/studio'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
      .map((file) => readFileSync(path.join(root, folder, file), 'utf8')),
  );
}
