/** FNV-1a over UTF-16 code units with a final mix (the finaliser of MurmurHash3): neighbouring seeds fall far apart. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** Seeds are whole numbers from 0; 0 stands for the figures of the files in every first attempt. */
export const MOST_SEED = 0x7fffffff;

/** A seed for somebody who has none of their own, out of their id. Never 0. */
export const seedOf = (id: string): number => (hash(id) % MOST_SEED) + 1;

/** The variant of a first attempt: the same for the same seed and scenario. */
export function firstVariant(seed: number, scenarioId: string, count: number): number {
  return seed === 0 ? 0 : hash(`${seed}:${scenarioId}:1`) % count;
}

/** The variant of attempt `number` from the second on: any but `last`, where there is another. */
export function nextVariant(seed: number, scenarioId: string, number: number, last: number, count: number): number {
  const others = Array.from({ length: count }, (_, variant) => variant).filter((variant) => variant !== last);
  return others[hash(`${seed}:${scenarioId}:${number}`) % others.length] ?? 0;
}
