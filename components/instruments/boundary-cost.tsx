'use client';

import { useState } from 'react';
import { BoundaryBars } from './boundary-bars';
import { Picker, Slider } from './controls';
import { Frame } from './frame';
import { type BoundaryCost as Cost, computeAll } from './models/boundary-cost';
import type { Prediction } from './prediction-form';
import { Reading, type TableData } from './reading';

const START = { rate: 1000, items: 50, bytes: '1024', batch: '1', format: 'json' } as const;

const SIZES = [
  { id: '64', text: '64 B' },
  { id: '256', text: '256 B' },
  { id: '1024', text: '1 KiB' },
  { id: '4096', text: '4 KiB' },
  { id: '16384', text: '16 KiB' },
] as const;

const BATCHES = [
  { id: '1', text: 'one by one' },
  { id: '10', text: 'ten at a time' },
  { id: 'all', text: 'all at once' },
] as const;

const FORMATS = [
  { id: 'json', text: 'JSON' },
  { id: 'raw', text: 'flat bytes' },
] as const;

type Settings = {
  readonly rate: number;
  readonly items: number;
  readonly bytes: (typeof SIZES)[number]['id'];
  readonly batch: (typeof BATCHES)[number]['id'];
  readonly format: (typeof FORMATS)[number]['id'];
};

const PREDICTION: Prediction = {
  question:
    'A Go service asks a Rust library about 50 items for each request, one call an item over the C ABI, each with 1 KiB of JSON. At 1,000 requests a second that is 50,000 calls. Where does the processor time of this boundary go?',
  options: [
    {
      id: 'crossing',
      text: 'mostly into the 50,000 calls',
      reply:
        '50,000 calls at 0.08 µs are 0.004 of a core. The 50,000 documents at 30 µs are 1.5 cores. Choose “flat bytes” and look at the same row again, then at the row of the process.',
    },
    {
      id: 'format',
      text: 'mostly into the JSON around them',
      reply:
        'Yes: 1.5 cores for JSON against 0.004 for the calls. Batching would not help this row at all. Now choose “flat bytes”, and find the rows in which only batching helps.',
    },
    {
      id: 'both',
      text: 'about evenly into both',
      reply:
        'They differ by a factor of nearly 400: 0.004 of a core for the calls, 1.5 for the JSON. Choose “flat bytes”, and then find the rows in which only batching helps.',
    },
  ],
  unpredicted:
    'Over the C ABI the calls take 0.004 of a core and the JSON 1.5. Choose “flat bytes” first, then “all at once”, and watch which rows answer to which.',
};

const small = (value: number) =>
  value >= 10 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toPrecision(1);
const bare = (value: number) => (value > 0 && value < 0.0001 ? 'under 0.0001' : small(value));
const cores = (value: number) => `${bare(value)} ${value >= 0.95 && value < 1.05 ? 'core' : 'cores'}`;
const ms = (value: number) =>
  value < 0.001 ? 'under 1 µs' : value < 1 ? `${small(value * 1000)} µs` : `${small(value)} ms`;
const count = (value: number) => value.toLocaleString('en-GB');

export function BoundaryCost() {
  const [settings, setSettings] = useState<Settings>(START);
  const change = (part: Partial<Settings>) => setSettings({ ...settings, ...part });
  const costs = computeAll({
    rate: settings.rate,
    items: settings.items,
    bytes: Number(settings.bytes),
    batch: settings.batch === 'all' ? settings.items : Number(settings.batch),
    isJson: settings.format === 'json',
  });
  return (
    <Frame
      title="What a crossing costs"
      lead="The same conversation between two languages over six kinds of boundary. Two levers: fewer crossings, and less translation."
      prediction={PREDICTION}
      onReset={() => setSettings(START)}
      controls={
        <>
          <Slider
            label="Requests a second"
            value={settings.rate}
            min={100}
            max={10000}
            step={100}
            format={count}
            onChange={(rate) => change({ rate })}
          />
          <Slider
            label="Items a request asks about"
            value={settings.items}
            min={1}
            max={100}
            step={1}
            format={count}
            onChange={(items) => change({ items })}
          />
          <Picker
            label="Size of an item"
            value={settings.bytes}
            options={SIZES}
            onChange={(bytes) => change({ bytes })}
          />
          <Picker label="Sent" value={settings.batch} options={BATCHES} onChange={(batch) => change({ batch })} />
          <Picker label="Format" value={settings.format} options={FORMATS} onChange={(format) => change({ format })} />
        </>
      }
      reading={(isTable) => (
        <Reading isTable={isTable} table={toTable(costs)} summary={toSentence(costs)}>
          <BoundaryBars costs={costs} label={labelOf} />
        </Reading>
      )}
      limits="Orders of magnitude. Library, C ABI, RPC (HTTP on loopback) and JSON were measured here with Go 1.19 on two shared virtual cores; Wasm is set between V8, Wasmtime and wazero; sidecar and queue follow published figures of Istio and Confluent, and the queue’s processor time is assumed. Crossings of a request are taken one after the other. Parallel calls, networks between machines and the work itself are left out, and so is everything that is not time: crashes, builds, people."
    />
  );
}

const labelOf = (cost: Cost) => `${cost.boundary.name}: ${cores(cost.cores)}, adds ${ms(cost.addedMs)}`;

function toSentence(costs: readonly Cost[]): string {
  const find = (id: Cost['boundary']['id']) => costs.find((cost) => cost.boundary.id === id);
  const [ffi, process] = [find('ffi'), find('process')];
  if (!ffi || !process) return '';
  const format = ffi.formatCores > 0 ? ` JSON alone takes ${cores(ffi.formatCores)} at every boundary.` : '';
  return `${count(ffi.crossings)} crossings a second. Over the C ABI they take ${cores(ffi.crossingCores)}, between processes ${cores(process.crossingCores)}.${format}`;
}

function toTable(costs: readonly Cost[]): TableData {
  return {
    caption: 'Cost of the boundary alone, in cores',
    head: ['Boundary', 'Crossing', 'Copying', 'JSON', 'Together', 'Added to a request', 'One crossing rests on'],
    words: ['One crossing rests on'],
    rows: costs.map((cost) => [
      cost.boundary.name,
      bare(cost.crossingCores),
      bare(cost.copyingCores),
      bare(cost.formatCores),
      bare(cost.cores),
      ms(cost.addedMs),
      cost.boundary.basis,
    ]),
  };
}
