import type { Band, Share, Split } from '@/schemas/team-map';

/** Below so many people nothing is said about a split. */
export const FEWEST_IN_SPLIT = 5;
/** From so many people on, sides are told apart more finely, and a majority gets a number. */
export const FEWEST_FOR_COUNTS = 10;
/**
 * The least room between the largest numbers that the words allow and the number of people. With less of it, whoever
 * knows how many there are could work out that somebody stands alone (complementary disclosure). It is wide enough
 * that being left out says nothing either.
 */
const LEAST_ROOM = 3;

interface Cell {
  readonly from: number;
  readonly to: number;
}

/** The most that "some" can be: about half, with one to spare, so that two equal halves stay in words. */
const mostOfSome = (people: number) => (people < FEWEST_FOR_COUNTS ? people - 2 : Math.ceil(people / 2) + 1);

/**
 * How many of `people` did something, in words. Nobody and one person are one word, everybody and all but one another;
 * below ten people there is a single word for all between, because narrower ones would be counts.
 */
export function bandOf(count: number, people: number): Band {
  if (count <= 1) return 'few';
  if (count >= people - 1) return 'all';
  return count <= mostOfSome(people) ? 'some' : 'most';
}

/** The numbers that a word stands for. */
function cellOf(band: Band, people: number): Cell {
  switch (band) {
    case 'few':
      return { from: 0, to: 1 };
    case 'some':
      return { from: 2, to: mostOfSome(people) };
    case 'most':
      return { from: mostOfSome(people) + 1, to: people - 2 };
    case 'all':
      return { from: people - 1, to: people };
    default:
      return band satisfies never;
  }
}

/** A majority within two: pairs from the smallest majority on; a last single number joins the pair before it. */
function pairOf(count: number, people: number): Cell {
  const { from: first, to: last } = cellOf('most', people);
  const start = count - ((count - first) % 2);
  const from = start === last && start > first ? start - 2 : start;
  return { from, to: from + 2 >= last ? last : from + 1 };
}

/**
 * How a group splits, as it may be shown (docs/decisions/036): nothing below five people; words below ten; from there
 * on also a number, within two or three, for a majority that another side stands against; nothing where even the words
 * would point at single people. `counts` holds every option, those with nobody too. Whether there is a number depends
 * on the words alone. Nobody is ever shown to stand alone, not even to readers who know this rule and the number of
 * people: publish-split.test.ts tries every split.
 */
export function publishSplit(counts: Readonly<Record<string, number>>): Split {
  const entries = Object.entries(counts);
  const people = entries.reduce((sum, [, count]) => sum + count, 0);
  if (people < FEWEST_IN_SPLIT) return { status: 'too-few' };
  const bands = entries.map(([, count]) => bandOf(count, people));
  const room = bands.reduce((sum, band) => sum + cellOf(band, people).to, 0) - people;
  const sides = bands.filter((band) => band !== 'few').length;
  const isLoneSide = sides === 0 || (sides === 1 && bands.includes('some'));
  if (room < LEAST_ROOM || isLoneSide) return { status: 'scattered' };
  const hasOpponents = bands.includes('some');
  const shares = entries.map(([option, count]): [string, Share] => {
    const band = bandOf(count, people);
    const isCounted = band === 'most' && hasOpponents;
    return [option, isCounted ? { kind: 'count', band, ...pairOf(count, people) } : { kind: 'band', band }];
  });
  return { status: 'shown', people, shares: Object.fromEntries(shares), isSplit: sides >= 2 };
}
