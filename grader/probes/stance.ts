/** A linear model over words and pairs of words, each counted once and scaled to unit length. */
export interface PhraseModel {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** The words of a text for this purpose: function words included, figures as one sign, short negations spelt out. */
export function phrasesOf(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll("n't", ' not')
    .replace(/\d[\d.,]*/g, ' # ');
  const words = plain.match(/[a-z]+|#/g) ?? [];
  const pairs = words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`);
  return [...new Set([...words, ...pairs])];
}

/** In how many texts each phrase occurs. */
export function countTexts(texts: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const phrases of texts) for (const phrase of phrases) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  return counts;
}

/** Several models and criteria ask about the same window: its phrases are cut once. */
const phrasesOfStatement = new WeakMap<{ readonly text: string }, readonly string[]>();

/** The phrases of a statement. */
export function phrasesIn(statement: { readonly text: string }): readonly string[] {
  const known = phrasesOfStatement.get(statement) ?? phrasesOf(statement.text);
  phrasesOfStatement.set(statement, known);
  return known;
}

/** How far a text sounds like the first kind rather than the second, as a logit. */
export function phraseScore(model: PhraseModel, statement: { readonly text: string }): number {
  const known = phrasesIn(statement).flatMap((phrase) =>
    Object.hasOwn(model.weights, phrase) ? (model.weights[phrase] ?? []) : [],
  );
  if (known.length === 0) return model.bias;
  return model.bias + known.reduce((sum, weight) => sum + weight, 0) / Math.sqrt(known.length);
}
