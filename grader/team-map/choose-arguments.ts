import type { Choice } from '@/schemas/scenario';
import type { ArgumentSide, Split } from '@/schemas/team-map';

/** What somebody chose, and their sentences without names, strongest first. */
export interface Argument {
  readonly choices: Readonly<Record<string, Choice>>;
  readonly sentences: readonly { readonly text: string; readonly weight: number }[];
}

/** A side speaks with the voices of two people at least, so that no sentence is known to be somebody's. */
const FEWEST_VOICES = 2;
const MOST_SENTENCES = 3;

function sideOf(choice: Choice, voices: readonly Argument[]): ArgumentSide {
  // One sentence a person first, then second ones: a side is not one person's text.
  const ranked = voices
    .flatMap(({ sentences }) => sentences.map((sentence, place) => ({ ...sentence, place })))
    .sort((one, other) => one.place - other.place || other.weight - one.weight || (one.text < other.text ? -1 : 1));
  return { choice, sentences: [...new Set(ranked.map(({ text }) => text))].slice(0, MOST_SENTENCES) };
}

/**
 * The two sides of the component on which a team splits and both can be heard: the options with most voices, each with
 * at least two people and not known to be chosen by fewer. Null where there is no such component.
 */
export function chooseArguments(
  components: readonly { readonly id: string; readonly name: string; readonly split: Split }[],
  people: readonly Argument[],
): { readonly component: string; readonly sides: [ArgumentSide, ArgumentSide] } | null {
  for (const { id, name, split } of components) {
    if (split.status !== 'shown' || !split.isSplit) continue;
    const voices = new Map<Choice, Argument[]>();
    for (const person of people) {
      const choice = person.choices[id];
      if (!choice || person.sentences.length === 0 || split.shares[choice]?.band === 'few') continue;
      voices.set(choice, [...(voices.get(choice) ?? []), person]);
    }
    const [first, second] = [...voices]
      .filter(([, own]) => own.length >= FEWEST_VOICES)
      .sort(([one, own], [other, others]) => others.length - own.length || (one < other ? -1 : 1));
    if (first && second) return { component: name, sides: [sideOf(...first), sideOf(...second)] };
  }
  return null;
}
