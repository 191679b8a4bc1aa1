import type { Lexicon } from './lexicon';
import { type MatcherRow, questionKey } from './matcher-row';
import { readStatement } from './statement';

/** In how many questions of a subject, references included, a word stands. Words of a single question are left out. */
export interface WordCounts {
  readonly questions: number;
  readonly counts: Readonly<Record<string, number>>;
}

/** Counts learnt from rows, and which words stand in which question, so that a question does not count for itself. */
export interface LearntCounts extends WordCounts {
  readonly perQuestion: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Learns how common words are in a subject from its questions and references; answers are not looked at. */
export function countWords(rows: readonly MatcherRow[], lexicon: Lexicon): LearntCounts {
  const perQuestion = new Map<string, Set<string>>();
  for (const row of rows) {
    const key = questionKey(row);
    if (perQuestion.has(key)) continue;
    const texts = [row.question, ...row.references];
    perQuestion.set(key, new Set(texts.flatMap((text) => [...readStatement(text, lexicon).keys])));
  }
  const counts = new Map<string, number>();
  for (const words of perQuestion.values()) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const common = [...counts].filter(([, count]) => count > 1).sort(([one], [other]) => (one < other ? -1 : 1));
  return { questions: perQuestion.size, counts: Object.fromEntries(common), perQuestion };
}

/** 0.15 for a word of every question, 1 for one of no other question: 0.15 + 0.85 · ln((n+1)/(count+1)) / ln(n+1). */
export function rarityIn(
  { questions, counts }: WordCounts,
  own: ReadonlySet<string> | undefined,
): (key: string) => number {
  const known = new Map(Object.entries(counts));
  const whole = Math.log(questions + 1);
  return (key) => {
    const count = (known.get(key) ?? (own?.has(key) ? 1 : 0)) - (own?.has(key) ? 1 : 0);
    return whole > 0 ? 0.15 + (0.85 * Math.log((questions + 1) / (count + 1))) / whole : 1;
  };
}
