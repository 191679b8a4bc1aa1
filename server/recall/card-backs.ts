import 'server-only';
import { toReveal } from '@/grader/reveal-item';
import { type RecallBack, RecallBackSchema } from '@/schemas/recall';
import type { AnsweredItem } from '@/schemas/reveal';
import type { CardSource } from './card-sources';
import type { RecallLog } from './logs';

function answeredItem({ answer, verdict }: RecallLog, source: CardSource | null): AnsweredItem | null {
  if (answer.type !== 'item' || verdict.type !== 'item' || source?.kind !== 'item') return null;
  const { response, confidence } = answer;
  const { isCorrect, share } = verdict;
  return { itemId: source.item.id, response, confidence, isCorrect, share, reveal: toReveal(source.item, response) };
}

function shownOf(log: RecallLog, source: CardSource | null, isOpen: (scenarioId: string) => boolean) {
  const { answer, verdict } = log;
  if (verdict.type === 'item') return { type: 'item', answered: answeredItem(log, source) };
  if (verdict.type === 'decision' && answer.type === 'decision')
    return { type: 'decision', answer: answer.answer, reviewOn: verdict.reviewOn };
  if (verdict.type !== 'text' || answer.type !== 'text') return { type: 'self' };
  const { level, feedback, quotes } = verdict;
  const mayRead = source?.kind === 'criterion' && isOpen(source.exercise.scenario.id);
  return {
    type: 'text',
    text: answer.text,
    level,
    feedback,
    quotes,
    descriptor: mayRead ? source.criterion.full : null,
  };
}

/** The only way from a stored answer to a browser: it opens the item's key, and a descriptor where the exercise is open. */
export function toBack(
  log: RecallLog,
  source: CardSource | null,
  isOpen: (scenarioId: string) => boolean,
  isEarlier: boolean,
): RecallBack {
  const { id, rating, dueAfter } = log;
  const shown = shownOf(log, source, isOpen);
  return RecallBackSchema.parse({ reviewId: id, rating, dueAt: dueAfter, isEarlier, shown });
}
