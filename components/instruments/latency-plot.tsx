import { useId } from 'react';
import { FigurePatterns, figureFill } from './figure-patterns';
import styles from './latency-plot.module.css';
import type { Request, Summary } from './models/percentile-explorer';

const HEIGHT = 300;
const TOP = 22;
const LOWEST = 2;
const HIGHEST = 100;
const LEFT = 9;
const RIGHT = 70;
/** The run has forty periods; the figure shows the first four. */
const SHOWN = 0.1;
const PERIODS = 4;

const yOf = (latency: number) => {
  const clamped = Math.min(HIGHEST, Math.max(LOWEST, latency));
  return TOP + (HEIGHT - TOP - 24) * (1 - Math.log(clamped / LOWEST) / Math.log(HIGHEST / LOWEST));
};
const xOf = (at: number) => `${LEFT + ((RIGHT - LEFT) * at) / SHOWN}%`;

interface LatencyPlotProps {
  readonly requests: readonly Request[];
  readonly summary: Summary;
  readonly cycleShare: number;
  readonly limit: number;
}

export function LatencyPlot({ requests, summary, cycleShare, limit }: LatencyPlotProps) {
  const prefix = useId();
  const shown = requests.filter(
    (request, index) => request.at < SHOWN && (request.latency > limit || index % 10 === 0),
  );
  const width = ((RIGHT - LEFT) * cycleShare) / PERIODS;
  return (
    <figure className={styles.figure}>
      <svg
        width="100%"
        height={HEIGHT}
        role="img"
        aria-label="Latency of requests over time on a logarithmic scale, with percentiles; the sentence below says the same."
      >
        <FigurePatterns prefix={prefix} />
        {Array.from({ length: PERIODS }, (_, period) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: four fixed periods
            key={period}
            x={`${LEFT + ((RIGHT - LEFT) * period) / PERIODS}%`}
            y={TOP}
            width={`${width}%`}
            height={HEIGHT - TOP - 24}
            fill={figureFill(prefix, 'dots')}
          />
        ))}
        <Scale />
        {shown.map((request) =>
          request.latency > limit ? (
            <g key={request.at} className={styles.missed}>
              <circle cx={xOf(request.at)} cy={yOf(request.latency)} r="3.2" />
            </g>
          ) : (
            <circle key={request.at} className={styles.dot} cx={xOf(request.at)} cy={yOf(request.latency)} r="1.3" />
          ),
        )}
        <line className={styles.limit} x1={`${LEFT}%`} x2={`${RIGHT + 2}%`} y1={yOf(limit)} y2={yOf(limit)} />
        <Percentiles summary={summary} limit={limit} />
      </svg>
      <figcaption>
        Four collections on dotted ground. Rings: every request above 12 ms. Points: one in ten of the others. The
        dashed line is 12 ms.
      </figcaption>
    </figure>
  );
}

function Scale() {
  return (
    <>
      {[2, 5, 10, 20, 50, 100].map((tick) => (
        <g key={tick} className={styles.tick}>
          <line x1={`${LEFT}%`} x2={`${RIGHT}%`} y1={yOf(tick)} y2={yOf(tick)} />
          <text x={`${LEFT - 1.5}%`} y={yOf(tick) + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      <text className={styles.axis} x="0" y={12}>
        ms
      </text>
      <text className={styles.axis} x={`${RIGHT}%`} y={HEIGHT - 6} textAnchor="end">
        time →
      </text>
    </>
  );
}

const LABEL_GAP = 15;

/** Labels sit at their value and give way upwards, so that mean and p50 do not print over each other. */
function Percentiles({ summary, limit }: { readonly summary: Summary; readonly limit: number }) {
  const marks = [
    { name: 'p50', value: summary.p50 },
    { name: 'mean', value: summary.mean },
    { name: 'p90', value: summary.p90 },
    { name: 'p99', value: summary.p99 },
    { name: 'p99.9', value: summary.p999 },
  ].sort((left, right) => left.value - right.value);
  let free = HEIGHT;
  return marks.map(({ name, value }) => {
    const labelY = Math.min(yOf(value) + 4, free);
    free = labelY - LABEL_GAP;
    return (
      <g key={name} className={value > limit ? styles.above : styles.mark}>
        <line x1={`${RIGHT}%`} x2={`${RIGHT + 3}%`} y1={yOf(value)} y2={yOf(value)} />
        <text x={`${RIGHT + 4}%`} y={labelY}>
          {name} {value.toFixed(1)}
          {value > limit ? ' ▲' : ''}
        </text>
      </g>
    );
  });
}
