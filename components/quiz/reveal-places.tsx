import type { Response } from '@/schemas/item';
import type { Reveal } from '@/schemas/reveal';
import type { QuestionOf } from './question-input';
import { RevealList, RevealRow } from './reveal-list';

interface RevealPlacesProps {
  readonly question: QuestionOf<'ordering'> | QuestionOf<'matching'>;
  readonly response: Response;
  readonly reveal: Reveal;
}

interface Place {
  readonly id: string;
  readonly text: string;
  readonly isRight: boolean;
  readonly right: string;
  readonly yours: string;
}

function placesOf({ question, response, reveal }: RevealPlacesProps): Place[] {
  if (question.type === 'ordering') {
    const key = reveal.type === 'ordering' ? reveal.key : [];
    const order = response.type === 'ordering' ? response.order : [];
    return key.map((id, index) => ({
      id,
      text: question.entries.find((entry) => entry.id === id)?.text ?? id,
      isRight: order[index] === id,
      right: String(index + 1),
      yours: String(order.indexOf(id) + 1),
    }));
  }
  const key = reveal.type === 'matching' ? reveal.key : {};
  const placed = response.type === 'matching' ? response.placed : {};
  const say = (id: string | undefined) => question.categories.find((category) => category.id === id)?.text ?? '';
  return question.entries.map(({ id, text }) => ({
    id,
    text,
    isRight: key[id] === placed[id],
    right: say(key[id]),
    yours: say(placed[id]),
  }));
}

/** A position is short enough to stand in front like a letter; a category follows the entry that belongs to it. */
function wordsOf(type: 'ordering' | 'matching', { isRight, right, yours }: Place): { word: string; letter?: string } {
  if (type === 'ordering') return { letter: right, word: isRight ? 'right' : `you put ${yours}` };
  return { word: isRight ? `→ ${right}` : `→ ${right}; you put ${yours}` };
}

/** Entries in their right order, or beside their right category, with what was put where. */
export function RevealPlaces(props: RevealPlacesProps) {
  return (
    <RevealList>
      {placesOf(props).map((place) => (
        <RevealRow
          key={place.id}
          sign={place.isRight ? 'right' : 'wrong'}
          {...wordsOf(props.question.type, place)}
          text={place.text}
          rationale={props.reveal.notes.find((note) => note.id === place.id)?.rationale}
        />
      ))}
    </RevealList>
  );
}
