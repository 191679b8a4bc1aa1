import 'server-only';
import { createHash } from 'node:crypto';
import type { TableSum } from '@/schemas/backup';

const LANES = 8;

/**
 * A hash of a table that does not depend on the order of its rows: the SHA-256 of each row, as eight numbers of 32 bits,
 * added up number by number. A sum and not an exclusive or, so that a row that is there twice does not vanish.
 */
export class RowSum {
  readonly #lanes = new Uint32Array(LANES);
  #rows = 0;

  /** `line` is the row as one line of JSON. */
  add(line: string): void {
    const digest = createHash('sha256').update(line).digest();
    for (let lane = 0; lane < LANES; lane += 1)
      this.#lanes[lane] = (this.#lanes[lane] ?? 0) + digest.readUInt32LE(lane * 4);
    this.#rows += 1;
  }

  total(): TableSum {
    const sum = [...this.#lanes].map((lane) => lane.toString(16).padStart(8, '0')).join('');
    return { rows: this.#rows, sum };
  }
}

/** Names of the tables whose sums differ, or that only one side has. */
export function differingTables(
  one: ReadonlyMap<string, TableSum>,
  other: ReadonlyMap<string, TableSum>,
): readonly string[] {
  const names = [...new Set([...one.keys(), ...other.keys()])].sort();
  return names.filter((name) => {
    const [left, right] = [one.get(name), other.get(name)];
    return left?.sum !== right?.sum || left?.rows !== right?.rows;
  });
}
