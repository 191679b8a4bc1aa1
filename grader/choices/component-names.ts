import type { Probes } from '@/schemas/probe';
import type { Scenario } from '@/schemas/scenario';

/** How prose names the components of a scenario: runs of plain words, each of which belongs to one component. */
export interface ComponentNames {
  readonly ids: readonly string[];
  /** Runs joined by spaces, with the place of their component in `ids`. */
  readonly runs: ReadonlyMap<string, number>;
  readonly longest: number;
}

/** Words that say nothing about which thing is meant. */
const DETERMINERS = new Set(
  'the a an our its their my this these those both own whole small little new old present current one two three four of all'.split(
    ' ',
  ),
);

/** Words of titles that many things share. */
const TOO_COMMON = new Set(
  'and or in new tool service customer web data main existing code part team build written'.split(' '),
);

export const isDeterminer = (word: string) => DETERMINERS.has(word);

/** One form for singular and plural. */
export const plainWord = (word: string) => {
  const lowered = word.toLowerCase().replaceAll('’', "'").replace(/'s$/, '');
  return lowered.length > 3 && /[^s]s$/.test(lowered) ? lowered.slice(0, -1) : lowered;
};

const runOf = (name: string) =>
  (name.match(/[\p{L}\d]+(?:['’]\p{L}+)?/gu) ?? []).map(plainWord).filter((word) => !isDeterminer(word));

/** Names of one component: as authored, its title, and the words that only it has in its title or in two names. */
function ownRuns(title: string, names: readonly string[]): { runs: string[][]; words: string[] } {
  const runs = [title.replace(/\(.*\)/, ''), ...names].map(runOf).filter((run) => run.length > 0);
  const inTitle = runOf(title);
  const words = [...new Set(runs.flat())].filter(
    (word) =>
      !TOO_COMMON.has(word) &&
      word.length > 2 &&
      (inTitle.includes(word) || runs.filter((run) => run.includes(word)).length > 1),
  );
  return { runs, words };
}

/** Names that two components share name neither. */
export function readComponentNames(scenario: Scenario, probes: Probes | null): ComponentNames {
  const own = scenario.components.map(({ id, name }) =>
    ownRuns(name, probes?.components.find((aliases) => aliases.id === id)?.names ?? []),
  );
  const runs = new Map<string, number>();
  const shared = new Set<string>();
  const add = (run: string, at: number) => {
    if ((runs.get(run) ?? at) !== at) shared.add(run);
    runs.set(run, at);
  };
  own.forEach((component, at) => {
    for (const run of component.runs) add(run.join(' '), at);
  });
  own.forEach((component, at) => {
    const isElsewhere = (word: string) =>
      own.some((other, place) => place !== at && other.runs.some((run) => run.includes(word)));
    for (const word of component.words) if (!runs.has(word) && !isElsewhere(word)) add(word, at);
  });
  for (const run of shared) runs.delete(run);
  const longest = Math.max(1, ...[...runs.keys()].map((run) => run.split(' ').length));
  return { ids: scenario.components.map(({ id }) => id), runs, longest };
}
