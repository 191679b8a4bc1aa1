import type { FeedbackType } from '@/schemas/feedback';
import type { CriterionGrade } from '@/schemas/grade';
import type { Level } from '@/schemas/rubric';
import type { CriterionMatch } from './match-criterion';

/** What was found on a criterion, which decides the wording. None of these sentences holds words of a rubric. */
export const FEEDBACK = {
  unjudged: 'This part could not be judged automatically. A person has to read it.',
  absent: 'Nothing in your text speaks to this point yet. Write a sentence or two that settle it for this brief.',
  touched: 'You come near this point, but stop before saying what it means here. Say which way it pushes the decision.',
  denied:
    'Your text comes to this point and sets it aside. If that is what you mean, show why; otherwise turn it round.',
  sumOnly: 'You have the right sum. Now write down what follows from it.',
  sumMissing: 'The direction is right. A sum from the brief would carry it.',
  uncaveated: 'You bring in outside experience. Add what it leaves open before you lean on it.',
  borrowed: 'You repeat the brief here. Say what you make of it.',
  partial: 'Part of this is there, in the words quoted. One more step of the argument is missing.',
  done: 'Settled, in the words quoted.',
} as const;

export type FeedbackKind = keyof typeof FEEDBACK;

/** What each sentence asks of the learner. */
const TYPES: Readonly<Record<FeedbackKind, FeedbackType>> = {
  unjudged: 'informative',
  absent: 'actionable',
  touched: 'actionable',
  denied: 'essential',
  sumOnly: 'actionable',
  sumMissing: 'actionable',
  uncaveated: 'actionable',
  borrowed: 'actionable',
  partial: 'actionable',
  done: 'celebratory',
};

/** A sentence with its type, as a criterion's grade carries them. */
export const feedbackOf = (kind: FeedbackKind) => ({ feedback: FEEDBACK[kind], type: TYPES[kind] });

/** The type of a criterion's feedback; for a grade stored without one, what its level and sentence would get now. */
export function feedbackTypeOf(
  criterion: Pick<CriterionGrade, 'type' | 'level' | 'judged' | 'feedback'>,
): FeedbackType {
  if (criterion.type) return criterion.type;
  if (criterion.judged === false) return TYPES.unjudged;
  if (criterion.level === 'full') return TYPES.done;
  return criterion.feedback === FEEDBACK.denied ? TYPES.denied : TYPES.partial;
}

/** Below this a passage has no more in common with a criterion than any text about the brief. */
const TOUCHES = 0.15;

function ofNone({ best, denied, prepared }: CriterionMatch, briefShare: number): FeedbackKind {
  if (best === null || best.fit < TOUCHES) return 'absent';
  if (denied >= 0.5 || best.passage.cues.denial > 0) return 'denied';
  if (best.derived > 0) return 'sumOnly';
  if (prepared.wantsCase && best.passage.hasCase) return 'uncaveated';
  return briefShare > 0.7 ? 'borrowed' : 'touched';
}

function ofHalf({ best, ranked, prepared }: CriterionMatch): FeedbackKind {
  const derives = prepared.figures.some((figure) => figure.isDerived);
  if (best && best.derived > 0 && best.passage.cues.conclusion === 0) return 'sumOnly';
  if (derives && ranked.every((match) => match.derived === 0)) return 'sumMissing';
  if (prepared.wantsCase && ranked.every(({ passage }) => !passage.hasCase || passage.cues.limit === 0))
    return 'uncaveated';
  return 'partial';
}

/** Which sentence fits a judged criterion. */
export function feedbackKind(level: Level, match: CriterionMatch, given: ReadonlySet<string>): FeedbackKind {
  if (level === 'full') return 'done';
  if (level === 'half') return ofHalf(match);
  const keys = [...(match.best?.passage.keys ?? [])];
  return ofNone(match, keys.length === 0 ? 0 : keys.filter((key) => given.has(key)).length / keys.length);
}
