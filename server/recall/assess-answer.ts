import 'server-only';
import { levelOfScore, ratingOf } from '@/grader/recall/rating';
import { scoreItem } from '@/grader/score-item';
import type { CriterionId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { RecallAnswer, RecallRating, RecallVerdict } from '@/schemas/recall';
import { gradeInThread } from '../grading-thread';
import type { CardSource } from './card-sources';

/** What an answer is worth to the scheduler, and what is stored of how it was judged. */
export interface Assessed {
  readonly rating: RecallRating;
  readonly verdict: RecallVerdict;
}

type Assessment = Outcome<Assessed, 'unscorable' | 'unjudged'>;

type ItemSource = Extract<CardSource, { kind: 'item' }>;
type CriterionSource = Extract<CardSource, { kind: 'criterion' }>;

function assessItem({ item }: ItemSource, answer: Extract<RecallAnswer, { type: 'item' }>): Assessment {
  const score = scoreItem(item, answer.response);
  if (score.type === 'unscorable') return { ok: false, reason: 'unscorable' };
  const { share, isCorrect } = score;
  const rating = ratingOf(levelOfScore(score), answer.confidence);
  return { ok: true, value: { rating, verdict: { type: 'item', share, isCorrect } } };
}

/**
 * The whole text is graded as a record without picks, and one criterion of it counts: the grader reads a text of two
 * sentences by the weights fitted on short passages.
 */
async function assessText(
  { exercise, criterion }: CriterionSource,
  { text, confidence }: Extract<RecallAnswer, { type: 'text' }>,
): Promise<Assessment> {
  const grade = await gradeInThread(exercise, { choices: {}, boundary: 'none', explanation: text });
  const judged = grade.criteria.find(({ id }: { id: CriterionId }) => id === criterion.id);
  if (!judged || judged.judged === false) return { ok: false, reason: 'unjudged' };
  const { level, feedback } = judged;
  const quotes = judged.evidence.map(({ quote }) => quote);
  return {
    ok: true,
    value: { rating: ratingOf(level, confidence), verdict: { type: 'text', level, feedback, quotes } },
  };
}

/** Judges an answer. One of another kind than the card asks for, or one that does not fit its item, is unscorable. */
export async function assessAnswer(source: CardSource, answer: RecallAnswer): Promise<Assessment> {
  if (source.kind === 'item')
    return answer.type === 'item' ? assessItem(source, answer) : { ok: false, reason: 'unscorable' };
  if (source.kind === 'criterion')
    return answer.type === 'text' ? assessText(source, answer) : { ok: false, reason: 'unscorable' };
  if (answer.type !== 'self') return { ok: false, reason: 'unscorable' };
  return { ok: true, value: { rating: answer.rating, verdict: { type: 'self' } } };
}
