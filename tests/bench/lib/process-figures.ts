import { readdirSync, readFileSync } from 'node:fs';

/** What Linux knows of a process: the memory it holds, the time it used and the files it has open. */
export interface ProcessFigures {
  readonly megabytes: number;
  readonly cpuMs: number;
  readonly files: number;
}

/** Linux counts a process's time in hundredths of a second. */
const TICK_MS = 10;

export function figuresOf(pid: number): ProcessFigures {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  // The name of a process may hold anything; the fields are counted from behind it.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return {
    megabytes: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024,
    cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS,
    files: readdirSync(`/proc/${pid}/fd`).length,
  };
}

/** Least squares: by how much `y` rises for each `x`. */
export function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const [over, under] = points.reduce(
    ([above, below], [x, y]) => [above + (x - meanX) * (y - meanY), below + (x - meanX) ** 2],
    [0, 0],
  );
  return under === 0 ? 0 : over / under;
}
