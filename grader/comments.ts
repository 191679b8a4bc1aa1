import { type Comment, type FeedbackType, FeedbackTypeSchema } from '@/schemas/feedback';
import type { Grade, PickCredit } from '@/schemas/grade';
import { explainFlag } from './explain-flag';

/** Feedback by type, most pressing first; within a type the given order stays. */
export function inFeedbackOrder<Piece extends { readonly type: FeedbackType }>(pieces: readonly Piece[]): Piece[] {
  const rank = ({ type }: Piece) => FeedbackTypeSchema.options.indexOf(type);
  return pieces.toSorted((one, other) => rank(one) - rank(other));
}

type Told = Pick<Comment, 'type' | 'text'>;

const CONTRADICTED: Told = {
  type: 'essential',
  text: 'The text argues for something else than the choice on the board. One of the two has to change.',
};

/** None of these says what would have been right: that opens with the descriptors. A defensible pick needs no comment. */
const PICKS: Readonly<Record<PickCredit['verdict'], Told | null>> = {
  defensible: null,
  weak: {
    type: 'celebratory',
    text: 'An unusual choice, and the text argues for it: a deciding constraint, figures, and when it would be reversed.',
  },
  wrong: {
    type: 'actionable',
    text: 'Neither the brief nor the text carries this choice yet. What would have to be true for it to hold?',
  },
};

const SUMS: Told = {
  type: 'essential',
  text: 'A sum comes to something else than what is written beside it. A reader who checks it will doubt the rest.',
};
const MISCONCEPTION: Told = { type: 'essential', text: 'The text leans on a belief that does not hold.' };
const REVIEW: Told = { type: 'informative', text: 'The grader is not sure enough here: a person is asked to look.' };

type Graded = Pick<
  Grade,
  | 'choices'
  | 'boundary'
  | 'contradictions'
  | 'boundaryContradiction'
  | 'arithmetic'
  | 'misconceptions'
  | 'flags'
  | 'needsReview'
>;

function onBoard({ choices, boundary, contradictions, boundaryContradiction }: Graded): Comment[] {
  const components = Object.entries(choices).flatMap(([id, { verdict }]): Comment[] => {
    const isContradicted = contradictions.some(({ component }) => component === id);
    const told = isContradicted ? CONTRADICTED : PICKS[verdict];
    return told ? [{ ...told, about: 'component', id }] : [];
  });
  const told = boundaryContradiction ? CONTRADICTED : PICKS[boundary.verdict];
  return told ? [...components, { ...told, about: 'boundary' }] : components;
}

/** A mismatch of the boundary alone raises the flag but caps nothing, and its own comment says all there is to say. */
const isTold = (flag: string, { contradictions }: Graded) => flag !== 'mismatch' || contradictions.length > 0;

/** The grade with what it says beyond its criteria. */
export const withComments = (grade: Grade): Grade => ({ ...grade, comments: commentsOf(grade) });

/** What a grade says beyond its criteria, most pressing first. Every sentence is fixed; none holds words of a scenario. */
export function commentsOf(grade: Graded): Comment[] {
  return inFeedbackOrder<Comment>([
    ...onBoard(grade),
    ...((grade.arithmetic ?? []).length > 0 ? [{ ...SUMS, about: 'sums' } as const] : []),
    ...grade.misconceptions.map((id) => ({ ...MISCONCEPTION, about: 'misconception', id }) as const),
    ...grade.flags
      .filter((flag) => isTold(flag, grade))
      .map((flag) => ({ ...explainFlag(flag), about: 'flag', id: flag }) as const),
    ...(grade.needsReview ? [{ ...REVIEW, about: 'review' } as const] : []),
  ]);
}
