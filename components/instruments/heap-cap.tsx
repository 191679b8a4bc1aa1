'use client';

import { useState } from 'react';
import { Picker, Slider } from './controls';
import { Frame } from './frame';
import { HeapBars } from './heap-bars';
import { computeHeap, type HeapInput, type HeapResult, type HeapState } from './models/heap-cap';
import type { Prediction } from './prediction-form';
import { Reading, type TableData } from './reading';

const START: HeapInput = {
  live: 300,
  roots: 20,
  allocationRate: 100,
  gogc: 100,
  memoryLimit: null,
  cap: 512,
  cores: 2,
  scanRate: 1000,
};

const PREDICTION: Prediction = {
  question:
    'A Go service keeps 300 MiB alive in a container of 512 MiB and sets nothing. It allocates 100 MiB a second. The heap will aim at about',
  options: [
    {
      id: 'live',
      text: '330 MiB, the live data and a little',
      reply:
        'A tracing collector needs room between collections, and by default it takes as much again: 300 + 320 = 620 MiB, and 640 with stacks and globals. The container ends first.',
    },
    {
      id: 'cap',
      text: '480 MiB, just under the container',
      reply:
        'The runtime is not told about the container’s memory unless you tell it. By default it aims at 300 + 320 = 620 MiB and is killed on the way. Switch the limit on to get what you predicted.',
    },
    {
      id: 'double',
      text: '620 MiB, about twice the live data',
      reply:
        'Yes: 300 live plus 100 % of 300 + 20. With 20 MiB of stacks and globals the process wants 640 MiB and is killed at 512. Now switch the limit on.',
    },
  ],
  unpredicted:
    'With nothing set the heap aims at twice the live data and the container ends first. Switch GOMEMLIMIT on, then raise the live heap slowly.',
};

const STATES: Readonly<Record<HeapState, string>> = {
  fits: 'fits',
  pressed: 'fits, at a price',
  thrashing: 'collecting half the time',
  killed: 'over the container: killed',
};

const SCAN_RATES = [
  { id: '500', text: 'linked' },
  { id: '1000', text: 'mixed' },
  { id: '4000', text: 'flat' },
] as const;

const GOGCS = [
  { id: '25', text: '25' },
  { id: '50', text: '50' },
  { id: '100', text: '100' },
  { id: '200', text: '200' },
  { id: 'off', text: 'off' },
] as const;

const mib = (value: number) =>
  Number.isFinite(value) ? `${Math.round(value).toLocaleString('en-GB')} MiB` : 'unbounded';
const percent = (value: number) => `${(value * 100).toFixed(value < 0.1 ? 1 : 0)} %`;

/** The rule of thumb of the GC guide: leave 5 to 10 % of the container to what the runtime does not count. */
const LIMIT_SHARE = 0.94;

export function HeapCap() {
  const [settings, setSettings] = useState({ ...START, hasLimit: false });
  const change = (part: Partial<typeof settings>) => setSettings({ ...settings, ...part });
  const { hasLimit, ...rest } = settings;
  const input: HeapInput = { ...rest, memoryLimit: hasLimit ? Math.round(rest.cap * LIMIT_SHARE) : null };
  const result = computeHeap(input);
  return (
    <Frame
      title="Live heap against the container"
      lead="The cost model of the Go garbage collector guide, beside what the same live data needs without a collector."
      prediction={PREDICTION}
      onReset={() => setSettings({ ...START, hasLimit: false })}
      controls={
        <>
          <Slider
            label="Live heap"
            value={input.live}
            min={20}
            max={800}
            step={5}
            format={mib}
            onChange={(live) => change({ live })}
          />
          <Slider
            label="Allocation a second"
            value={input.allocationRate}
            min={0}
            max={1000}
            step={10}
            format={mib}
            onChange={(allocationRate) => change({ allocationRate })}
          />
          <Slider
            label="Container"
            value={input.cap}
            min={128}
            max={2048}
            step={32}
            format={mib}
            onChange={(cap) => change({ cap })}
          />
          <Picker
            label="GOGC"
            value={GOGCS.find((choice) => choice.id === String(input.gogc))?.id ?? 'off'}
            options={GOGCS}
            onChange={(id) => change({ gogc: id === 'off' ? null : Number(id) })}
          />
          <Picker
            label="GOMEMLIMIT"
            value={hasLimit ? 'set' : 'unset'}
            options={[
              { id: 'unset', text: 'unset' },
              { id: 'set', text: '94 % of container' },
            ]}
            onChange={(id) => change({ hasLimit: id === 'set' })}
          />
          <Picker
            label="Shape of the live data"
            value={SCAN_RATES.find((choice) => Number(choice.id) === input.scanRate)?.id ?? '1000'}
            options={SCAN_RATES}
            onChange={(id) => change({ scanRate: Number(id) })}
          />
        </>
      }
      reading={(isTable) => (
        <Reading isTable={isTable} table={toTable(input, result)} summary={toSentence(result)}>
          <HeapBars input={input} result={result} state={STATES[result.state]} />
        </Reading>
      )}
      limits="How fast one core marks (500, 1,000 or 4,000 MiB a second for linked, mixed and flat data) and the 5 to 40 % that an allocator may hold beyond live data are our assumptions; measure yours. Two cores, 20 MiB of stacks and globals. Collector time that delays requests is the previous instrument’s subject."
    />
  );
}

function toSentence({ target, peak, cyclesPerMinute, collectorShare, isLimitDeciding, state }: HeapResult): string {
  if (!Number.isFinite(target))
    return 'With GOGC off and no limit the heap grows until the container ends the process.';
  const decider = isLimitDeciding ? 'The memory limit decides' : 'GOGC decides';
  const collecting = `${cyclesPerMinute.toFixed(cyclesPerMinute < 10 ? 1 : 0)} collections a minute, about ${percent(collectorShare)} of the cores`;
  return `${decider}: the heap aims at ${mib(target)}, the process at ${mib(peak)}. ${collecting}. Outcome: ${STATES[state]}.`;
}

function toTable({ live, cap, memoryLimit }: HeapInput, result: HeapResult): TableData {
  return {
    caption: 'Memory and collector cost',
    head: ['Quantity', 'Value'],
    rows: [
      ['Live heap', mib(live)],
      ['GOMEMLIMIT', memoryLimit === null ? 'unset' : mib(memoryLimit)],
      ['Heap target', mib(result.target)],
      ['Process at its peak', mib(result.peak)],
      ['Container', mib(cap)],
      ['Collections a minute', result.cyclesPerMinute.toFixed(1)],
      ['Collector, cores', result.collectorCores.toFixed(2)],
      ['Collector, share of two cores', percent(result.collectorShare)],
      ['Outcome', STATES[result.state]],
      ['Rust, the same live data (assumed)', `${mib(live * 1.05)} to ${mib(live * 1.4)}`],
    ],
  };
}
