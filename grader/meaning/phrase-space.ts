import { decodeBytes } from './signed-bytes';

/**
 * Words and pairs of words as directions, so that texts about the same thing lie near each other even where they share no
 * word (latent semantic analysis: Deerwester et al. 1990, JASIS 41:391). Plain data, so it can be stored.
 */
export interface PhraseSpace {
  readonly dimensions: number;
  /** Known phrases, separated by commas. */
  readonly phrases: string;
  /** Size of one step of each phrase's numbers. */
  readonly steps: readonly number[];
  /** Whole numbers of −127 to 127, `dimensions` a phrase, base64. */
  readonly vectors: string;
}

interface Opened {
  readonly index: ReadonlyMap<string, number>;
  readonly vectors: Int8Array;
}

const opened = new WeakMap<PhraseSpace, Opened>();

function open(space: PhraseSpace): Opened {
  const known = opened.get(space);
  if (known) return known;
  const phrases = space.phrases === '' ? [] : space.phrases.split(',');
  const fresh = {
    index: new Map(phrases.map((phrase, at) => [phrase, at])),
    vectors: decodeBytes(space.vectors),
  };
  opened.set(space, fresh);
  return fresh;
}

/** Where a text lies, given its phrases: a vector of unit length, all zeros where no phrase is known. */
export function placeIn(space: PhraseSpace, phrases: readonly string[]): Float64Array {
  const { index, vectors } = open(space);
  const place = new Float64Array(space.dimensions);
  for (const phrase of phrases) {
    const row = index.get(phrase);
    if (row === undefined) continue;
    const step = space.steps[row] ?? 0;
    const from = row * space.dimensions;
    for (let at = 0; at < place.length; at += 1) place[at] = (place[at] ?? 0) + step * (vectors[from + at] ?? 0);
  }
  let length = 0;
  for (const value of place) length += value * value;
  if (length > 0) for (let at = 0; at < place.length; at += 1) place[at] = (place[at] ?? 0) / Math.sqrt(length);
  return place;
}
