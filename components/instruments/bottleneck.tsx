'use client';

import { useState } from 'react';
import { Picker, Slider } from './controls';
import { Frame } from './frame';
import { type BottleneckInput, type Bottleneck as BottleneckResult, computeBottleneck } from './models/bottleneck';
import type { Prediction } from './prediction-form';
import { Reading, type TableData } from './reading';
import { StationBars } from './station-bars';

const START: BottleneckInput = {
  rate: 400,
  target: 120,
  networkMs: 6,
  codeMs: 20,
  cores: 16,
  databaseMs: 18,
  connections: 8,
  speedup: 1,
};

const SPEEDUPS = [
  { id: '1', text: '1×' },
  { id: '2', text: '2×' },
  { id: '5', text: '5×' },
  { id: '20', text: '20×' },
  { id: 'Infinity', text: '∞' },
] as const;

const PREDICTION: Prediction = {
  question:
    'On an idle bench a request takes 44 ms: 20 in your code, 18 in the database, 6 on the network. At 400 requests a second, with 16 cores and 8 database connections, the mean is 226 ms; 120 is wanted. With code that takes no time at all, the mean at that load would be about',
  options: [
    {
      id: 'idle',
      text: '24 ms, since only 18 and 6 remain',
      reply:
        'That is the idle bench. At 400 a second the database connections are 90 % busy, and a request spends 162 ms in line for them. No code of yours is in that line: 186 ms remain. Set ∞, then take 3 ms off the query instead.',
    },
    {
      id: 'share',
      text: '124 ms, since code is 45 % of the work',
      reply:
        'The share of the work is not the share of the time. Under this load your code has 40 of the 226 ms and the database has 180, nearly all of it waiting. 186 ms remain. Set ∞, then take 3 ms off the query instead.',
    },
    {
      id: 'queue',
      text: '186 ms, since most of it is waiting for the database',
      reply:
        'Yes: the code has 40 of the 226 ms, and the line in front of the database does not get shorter because somebody else became fast. Set ∞ to see it, then 1× again, and take 3 ms off the query.',
    },
  ],
  unpredicted:
    'Set ∞ first: 186 ms remain, since the time is in the line for the database. Then set 1× again and take 3 ms off the query.',
};

const ms = (value: number) => (Number.isFinite(value) ? `${Math.round(value).toLocaleString('en-GB')} ms` : 'endless');
const percent = (value: number) => (Number.isFinite(value) ? `${Math.round(value * 100)} %` : '–');
const rate = (value: number) => (Number.isFinite(value) ? `${Math.floor(value)} a second` : 'unbounded');
const count = (value: number) => String(value);

export function Bottleneck() {
  const [input, setInput] = useState<BottleneckInput>(START);
  const change = (part: Partial<BottleneckInput>) => setInput({ ...input, ...part });
  const result = computeBottleneck(input);
  return (
    <Frame
      title="Which line are you standing in?"
      lead="A request needs your code, a database and a network, and it is not the only one. Make your code faster; then change something else."
      prediction={PREDICTION}
      onReset={() => setInput(START)}
      controls={
        <>
          <Slider
            label="Requests a second"
            value={input.rate}
            min={50}
            max={700}
            step={10}
            format={count}
            onChange={(value) => change({ rate: value })}
          />
          <Slider
            label="Database work a request"
            value={input.databaseMs}
            min={2}
            max={30}
            step={1}
            format={ms}
            onChange={(databaseMs) => change({ databaseMs })}
          />
          <Slider
            label="Database connections"
            value={input.connections}
            min={2}
            max={24}
            step={1}
            format={count}
            onChange={(connections) => change({ connections })}
          />
          <Slider
            label="Cores for your code"
            value={input.cores}
            min={4}
            max={48}
            step={2}
            format={count}
            onChange={(cores) => change({ cores })}
          />
          <Slider
            label="Target, mean"
            value={input.target}
            min={20}
            max={300}
            step={10}
            format={ms}
            onChange={(target) => change({ target })}
          />
          <Picker
            label="Make your code faster"
            value={SPEEDUPS.find((speedup) => Number(speedup.id) === input.speedup)?.id ?? '1'}
            options={SPEEDUPS}
            onChange={(id) => change({ speedup: Number(id) })}
          />
        </>
      }
      reading={(isTable) => (
        <Reading isTable={isTable} table={toTable(input, result)} summary={toSentence(result)}>
          <StationBars result={result} target={input.target} />
        </Reading>
      )}
      limits="Means only, by the simplest queueing formula: time = work ÷ (1 − share busy), with random arrivals and a line for each server. A shared line waits less, bursts wait more, and a percentile is longer than a mean. More connections help only while the database has processors and disks for them. Lines that feed back, such as a pool held during a slow call, are left out."
    />
  );
}

function toSentence({ now, shareUnderLoad, shareToMove, floor, limit }: BottleneckResult): string {
  const place = limit.station === 'database' ? 'the database' : 'your code';
  const wall = `The first wall is ${place}, at ${rate(limit.ceiling)}.`;
  if (!Number.isFinite(now.total)) return `More arrives than can be served, so a line grows without end. ${wall}`;
  const own = Number.isFinite(shareUnderLoad)
    ? ` ${percent(shareToMove)} of the time at first has to go; your code, line included, had ${percent(shareUnderLoad)} of it, so free code would leave ${ms(floor)}.`
    : '';
  return `${ms(now.total)} at this load.${own} ${wall}`;
}

function toTable(input: BottleneckInput, { before, now, ...result }: BottleneckResult): TableData {
  return {
    caption: 'Mean time at each station',
    head: ['Quantity', 'At first', 'Now'],
    rows: [
      ['Network', ms(before.network), ms(now.network)],
      ['Your code, work', ms(before.code.work), ms(now.code.work)],
      ['Your code, waiting', ms(before.code.waiting), ms(now.code.waiting)],
      ['Cores busy', percent(before.code.utilisation), percent(now.code.utilisation)],
      ['Database, work', ms(before.database.work), ms(now.database.work)],
      ['Database, waiting', ms(before.database.waiting), ms(now.database.waiting)],
      ['Connections busy', percent(before.database.utilisation), percent(now.database.utilisation)],
      ['Together', ms(before.total), ms(now.total)],
      ['Target', ms(input.target), ms(input.target)],
      ['Your code, share of the work', percent(result.shareOfWork), '–'],
      ['Your code, share of the time', percent(result.shareUnderLoad), '–'],
      ['Share of the time that has to go', percent(result.shareToMove), '–'],
    ],
  };
}
