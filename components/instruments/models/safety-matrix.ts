import { INCIDENTS, type Outcome, type Place } from './safety-incidents';

export type Log = Readonly<Record<string, number>>;
/** First answers by cell, keyed as `incident place`. */
export type Guesses = Readonly<Record<string, Outcome>>;
export type Tally = Readonly<Record<Outcome, number>>;

/** An invented year of a Go service, 24 incidents. */
export const START_LOG: Log = Object.fromEntries(INCIDENTS.map(({ id, count }) => [id, count]));

export const cellKey = (incident: string, place: Place) => `${incident} ${place}`;

/** How the incidents of a log would have ended, had all of the code been written in one place. */
export function tally(log: Log, place: Place): Tally {
  const sum = (outcome: Outcome) =>
    INCIDENTS.filter(({ cells }) => cells[place].outcome === outcome).reduce(
      (total, { id }) => total + (log[id] ?? 0),
      0,
    );
  return { refused: sum('refused'), stopped: sum('stopped'), passes: sum('passes') };
}

export function logTotal(log: Log): number {
  return INCIDENTS.reduce((total, { id }) => total + (log[id] ?? 0), 0);
}

/** The first answer stands: the cell is open afterwards, and a second one would be copied. */
export function guess(guesses: Guesses, key: string, outcome: Outcome): Guesses {
  return key in guesses ? guesses : { ...guesses, [key]: outcome };
}

export function score(guesses: Guesses): { readonly made: number; readonly right: number } {
  const truths = new Map(
    INCIDENTS.flatMap(({ id, cells }) =>
      (Object.keys(cells) as Place[]).map((place) => [cellKey(id, place), cells[place].outcome] as const),
    ),
  );
  const made = Object.entries(guesses).filter(([key]) => truths.has(key));
  return { made: made.length, right: made.filter(([key, outcome]) => truths.get(key) === outcome).length };
}
