import 'server-only';
import { createHash } from 'node:crypto';
import { shuffleQuestion } from '@/grader/shuffle';
import type { Exercise, LoadedLesson } from '@/schemas/course';
import type { Item } from '@/schemas/item';
import { type Question, toQuestion } from '@/schemas/question';
import { type RecallFront, RecallFrontSchema, type RecallPlace } from '@/schemas/recall';
import { toPublicRubric } from '@/schemas/rubric';
import { toPublicScenario } from '@/schemas/scenario';
import type { CardSource } from './card-sources';
import { isNewCard, type RecallCard } from './cards';

/** The order of options differs from one time to the next, and is the same in every tab that shows this version. */
function shuffled(item: Item, card: RecallCard): Question {
  const seed = createHash('sha256').update(`${card.id}:${card.version}`).digest().readUInt32BE(0) >>> 1;
  return shuffleQuestion(toQuestion(item), seed, item.type === 'ordering' ? item.key : undefined);
}

const lessonPlace = (loaded: LoadedLesson | null): RecallPlace | null =>
  loaded && { type: 'lesson', id: loaded.lesson.id, title: loaded.lesson.title };
const exercisePlace = ({ scenario }: Exercise): RecallPlace => ({
  type: 'exercise',
  id: scenario.id,
  title: scenario.title,
});

function asking(card: RecallCard, source: CardSource) {
  switch (source.kind) {
    case 'item':
      return { type: 'item', place: lessonPlace(source.loaded), question: shuffled(source.item, card) };
    case 'misconception':
      return {
        type: 'self',
        about: 'misconception',
        place: lessonPlace(source.loaded),
        prompt: 'What is wrong with this?',
        quoted: source.misconception.statement,
        answers: [{ lead: null, text: source.misconception.answer }],
      };
    case 'criterion': {
      const line = toPublicRubric(source.exercise.rubric).find(({ id }) => id === source.criterion.id);
      const { id, title, brief, given } = toPublicScenario(source.exercise.scenario);
      return {
        type: 'text',
        place: exercisePlace(source.exercise),
        title: line?.title,
        hint: line?.hint,
        scenario: { id, title, brief, given },
      };
    }
    case 'case-flip':
      return {
        type: 'self',
        about: 'case',
        place: exercisePlace(source.exercise),
        prompt: `${source.exercise.scenario.title}: which answers hold, and on what does each one rest?`,
        quoted: null,
        answers: source.exercise.scenario.defensible_answers.map(({ answer, holds_if }) => ({
          lead: answer,
          text: `Holds if ${holds_if}.`,
        })),
      };
    case 'claim-flip':
      return {
        type: 'self',
        about: 'claim',
        place: lessonPlace(source.loaded),
        prompt: 'When does this flip?',
        quoted: source.claim.claim,
        answers: [{ lead: null, text: source.claim.flipsWhen }],
      };
    case 'decision': {
      const { id, record } = source.decision;
      const { title, date, decision, constraint, reversal } = record;
      const place = { type: 'decision', id, title: title || 'A decision without a title' };
      return { type: 'decision', place, decidedOn: date, decision, constraint, reversal };
    }
    default:
      return source satisfies never;
  }
}

/**
 * The only way from a card to a browser that has not answered it. `isOpen` says whether the learner may read the
 * scenario's answers; a card that would show them before is not shown at all.
 */
export function toFront(
  card: RecallCard,
  source: CardSource,
  isOpen: (scenarioId: string) => boolean,
): RecallFront | null {
  if (source.kind === 'case-flip' && !isOpen(source.exercise.scenario.id)) return null;
  return RecallFrontSchema.parse({
    cardId: card.id,
    version: card.version,
    isNew: isNewCard(card),
    isChanged: card.changedAt !== null,
    ...asking(card, source),
  });
}
