import { comparePair, type Laid, lay, type Probe } from '../probes/compare';
import { fitPhrases } from '../probes/fit-phrases';
import type { PreparedPart, PreparedProbes } from '../probes/prepare-probes';
import type { ProbeModel } from '../probes/probe-model';
import { fitLogistic } from '../statistics/fit-logistic';
import { repeatableRandom } from '../statistics/repeatable-random';
import { fitPhraseSpace } from './fit-phrase-space';

interface Row {
  readonly features: number[];
  readonly isTrue: boolean;
}

const SEED = 20_261_121;

/** Share of all possible pairs that is looked at, and unlike statements per statement: enough for a dozen weights. */
const PAIR_SHARE = 0.25;
const UNLIKE = 5;

const PAIR_PENALTY = 0.0005;
const PHRASE_PENALTY = 0.0003;

const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

const allParts = (probes: PreparedProbes) => probes.criteria.flatMap(({ parts }) => parts);

const allStatements = (probes: PreparedProbes): Probe[] => [
  ...probes.criteria.flatMap(({ parts, passages }) => [
    ...parts.flatMap(({ says, denies }) => [...says, ...denies]),
    ...passages.full,
    ...passages.half,
    ...passages.none,
  ]),
  ...probes.misconceptions.flatMap(({ says, corrects }) => [...says, ...corrects]),
];

function pick<T>(values: readonly T[], random: () => number): T | undefined {
  return values[Math.floor(random() * values.length)];
}

/** Pairs within a part say the same; a denial and a statement do not, nor do statements of different parts. */
function pairRows(probes: PreparedProbes, part: PreparedPart, laid: (probe: Probe) => Laid, random: () => number) {
  const rows: Row[] = [];
  const others = allParts(probes).flatMap((other) => (other === part ? [] : other.says));
  const add = (one: Probe, other: Probe, isTrue: boolean) =>
    rows.push({ features: comparePair(laid(one), other), isTrue });
  for (const group of [part.says, part.denies])
    for (const one of group)
      for (const other of group) if (one !== other && random() < PAIR_SHARE) add(one, other, true);
  for (const one of part.says) {
    for (const other of part.denies)
      if (random() < PAIR_SHARE) {
        add(one, other, false);
        add(other, one, false);
      }
    for (let count = 0; count < UNLIKE; count += 1) {
      const other = pick(others, random);
      if (other) add(one, other, false);
    }
  }
  return rows;
}

/** Probes laid over their own exercise's lexicon, each once. */
function layOnce(probes: PreparedProbes): (probe: Probe) => Laid {
  const cache = new Map<Probe, Laid>();
  return (probe) => {
    const known = cache.get(probe) ?? lay(probes.lexicon, probes.given, probe.statement);
    cache.set(probe, known);
    return known;
  };
}

/** Fits all weights that rest on authored probes alone. No randomness beyond a stored seed. */
export function fitProbeModel(exercises: readonly PreparedProbes[]): ProbeModel {
  const random = repeatableRandom(SEED);
  const texts = (probes: readonly Probe[]) => probes.map((probe) => probe.statement.text);
  const criteria = exercises.flatMap((probes) => probes.criteria);
  const passages = (level: 'full' | 'half' | 'none') =>
    texts(criteria.flatMap((criterion) => criterion.passages[level]));
  const rows = exercises.flatMap((probes) => {
    const laid = layOnce(probes);
    return allParts(probes).flatMap((part) => pairRows(probes, part, laid, random));
  });
  const pair = fitLogistic(
    rows.map((row) => row.features),
    rows.map((row) => row.isTrue),
    PAIR_PENALTY,
  );
  return {
    pair: { bias: rounded(pair.bias), weights: pair.weights.map(rounded) },
    stance: fitPhrases(
      texts(criteria.flatMap(({ parts }) => parts.flatMap((part) => part.says))),
      texts(criteria.flatMap(({ parts }) => parts.flatMap((part) => part.denies))),
      PHRASE_PENALTY,
    ),
    substance: fitPhrases(passages('full'), passages('none'), PHRASE_PENALTY),
    carried: fitPhrases(passages('full'), passages('half'), PHRASE_PENALTY),
    touched: fitPhrases(passages('half'), passages('none'), PHRASE_PENALTY),
    space: fitPhraseSpace(texts(exercises.flatMap(allStatements))),
  };
}
