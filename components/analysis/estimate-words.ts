import type { Estimate } from '@/schemas/estimate';

/** How a kind of figure is written: a share in percent, a coefficient with two decimals, a time in seconds. */
export type FigureStyle = 'share' | 'coefficient' | 'seconds';

export function writeFigure(value: number, style: FigureStyle): string {
  if (style === 'share') return `${Math.round(value * 100)} %`;
  if (style === 'seconds') return value < 90 ? `${Math.round(value)} s` : `${(value / 60).toFixed(1)} min`;
  // A real minus sign: a hyphen is easily missed in a column of figures.
  return value.toFixed(2).replace('-', '−');
}

/** "18 to 52 %", or null where the figure has no interval. */
export function writeInterval(estimate: Estimate, style: FigureStyle): string | null {
  if (estimate.type === 'undefined' || estimate.low === null || estimate.high === null) return null;
  const [low, high] = [writeFigure(estimate.low, style), writeFigure(estimate.high, style)];
  return `${style === 'share' ? low.replace(' %', '') : low} to ${high}`;
}

/** Why there is no figure, in words. */
export function writeGap({ n, needed, reason }: Extract<Estimate, { type: 'undefined' }>): string {
  if (reason === 'no-variety') return `all alike (${n})`;
  return `too few (${n} of ${needed})`;
}
