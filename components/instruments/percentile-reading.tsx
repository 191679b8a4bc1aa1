import { useMemo } from 'react';
import { LatencyPlot } from './latency-plot';
import { type Summary, simulate, summarise, type TrafficInput } from './models/percentile-explorer';
import { Reading } from './reading';

const LIMIT = 12;
const ms = (value: number) => `${value.toFixed(1)}\u00a0ms`;
const percent = (value: number) => `${(value * 100).toFixed(value < 0.01 ? 2 : 1)}\u00a0%`;

interface PercentileReadingProps {
  readonly traffic: TrafficInput;
  readonly fanOut: number;
  readonly isTable: boolean;
}

export function PercentileReading({ traffic, fanOut, isTable }: PercentileReadingProps) {
  const requests = useMemo(() => simulate(traffic), [traffic]);
  const summary = useMemo(() => summarise(requests, LIMIT, fanOut), [requests, fanOut]);
  return (
    <Reading isTable={isTable} table={toTable(summary, fanOut)} summary={toSentence(summary, fanOut)}>
      <LatencyPlot requests={requests} summary={summary} cycleShare={traffic.cycleShare} limit={LIMIT} />
    </Reading>
  );
}

function toSentence(summary: Summary, fanOut: number): string {
  const showing = [
    ['the mean', summary.mean],
    ['p90', summary.p90],
    ['p99', summary.p99],
    ['p99.9', summary.p999],
  ] as const;
  const first = showing.find(([, value]) => value > LIMIT);
  const sight = first
    ? `${first[0]} is the first figure above 12 ms (${ms(first[1])})`
    : 'no figure shown is above 12 ms';
  const fan =
    fanOut > 1
      ? ` An operation that waits for ${fanOut} independent answers meets a slow one ${percent(summary.missedAfterFanOut)} of the time.`
      : '';
  return `${percent(summary.missed)} of all requests miss 12 ms, and ${percent(summary.missedInCycles)} of those that ran during a collection; ${sight}. The mean is ${ms(summary.mean)}.${fan}`;
}

function toTable(summary: Summary, fanOut: number) {
  return {
    caption: 'Latency of forty thousand simulated requests',
    head: ['Figure', 'Value'],
    rows: [
      ['Mean', ms(summary.mean)],
      ['p50', ms(summary.p50)],
      ['p90', ms(summary.p90)],
      ['p99', ms(summary.p99)],
      ['p99.9', ms(summary.p999)],
      ['p99 inside collections', Number.isNaN(summary.p99InCycles) ? '–' : ms(summary.p99InCycles)],
      ['Above 12 ms, all requests', percent(summary.missed)],
      ['Above 12 ms, inside collections', percent(summary.missedInCycles)],
      [`At least one of ${fanOut} above 12 ms`, percent(summary.missedAfterFanOut)],
    ],
  };
}
