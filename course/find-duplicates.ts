import type { Problem } from './problem';

export interface PlacedId {
  readonly id: string;
  readonly file: string;
  readonly path: string;
}

/** The second and every further use of an id, with the place of the first. */
export function findDuplicates(noun: string, ids: readonly PlacedId[]): Problem[] {
  const first = new Map<string, PlacedId>();
  return ids.flatMap((placed) => {
    const earlier = first.get(placed.id);
    if (!earlier) {
      first.set(placed.id, placed);
      return [];
    }
    const where = earlier.file === placed.file ? earlier.path : `${earlier.file} → ${earlier.path}`;
    return [
      {
        file: placed.file,
        path: placed.path,
        message: `uses the ${noun} ${placed.id} again (first at ${where}), expected each once`,
      },
    ];
  });
}
