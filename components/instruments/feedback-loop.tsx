'use client';

import { useState } from 'react';
import { Picker, Slider } from './controls';
import { Frame } from './frame';
import {
  ASSUMED,
  computeLevers,
  computeLoop,
  type Lever,
  type LeverName,
  type LoopHours,
  type LoopInput,
} from './models/feedback-loop';
import type { Prediction } from './prediction-form';
import { Reading, type TableData } from './reading';
import { StackedRows } from './stacked-rows';

const START: LoopInput = {
  people: 8,
  cycles: 50,
  rebuild: 18,
  patience: 10,
  comeback: 60,
  pipelineCompile: 9,
  pipelineRest: 6,
  cacheHits: 0,
  checksFirst: false,
  isSplit: false,
  isPure: false,
};

const PREDICTION: Prediction = {
  question:
    'Eight people rebuild 50 times a day. People stay for 10 s; at 20 s all have turned to something else and need a minute to come back. Cutting the rebuild from 18 to 9 s saves about 32 hours a week. Cutting it again, from 9 to 4.5 s, saves about',
  options: [
    {
      id: 'same',
      text: '32 hours again',
      reply:
        '2.5 hours. At 9 s nobody turns away any more, so only seconds are left to save: 2,000 cycles × 4.5 s. The first cut was worth 5 hours of waiting and nearly 27 of coming back.',
    },
    {
      id: 'half',
      text: '16 hours, half as much',
      reply:
        'Half is right for the waiting: 5 hours, then 2.5. But 27 of the first 32 hours were people coming back, and at 9 s that is over. The second cut saves 2.5.',
    },
    {
      id: 'little',
      text: 'under 3 hours',
      reply:
        'Yes, 2.5. What the first cut bought was not the 9 seconds but the crossing of a threshold. Now look for the cheapest lever that crosses it.',
    },
  ],
  unpredicted:
    'Move the rebuild from 18 to 9 and then to 4 s and watch which part of the bar goes. Then make the pipeline slow and see the order of the levers turn.',
};

const LEVERS: Readonly<Record<LeverName, string>> = {
  halve: 'Halve the rebuild',
  check: 'Check first, build later',
  split: 'Split the unit that changes',
  cache: 'Pipeline cache that hits 80 %',
  pure: 'Drop the C dependency',
};

const hours = (value: number) => `${value.toFixed(1)} h`;
const seconds = (value: number) => `${value} s`;
const minutes = (value: number) => `${value} min`;
const percent = (value: number) => `${Math.round(value * 100)} %`;

const YES_NO = [
  { id: 'no', text: 'no' },
  { id: 'yes', text: 'yes' },
] as const;

const SLIDERS = [
  { key: 'people', label: 'People', min: 1, max: 60, step: 1, format: String },
  { key: 'cycles', label: 'Cycles a day, each', min: 5, max: 150, step: 5, format: String },
  { key: 'rebuild', label: 'Rebuild after a change', min: 1, max: 60, step: 1, format: seconds },
  { key: 'patience', label: 'People stay for', min: 3, max: 30, step: 1, format: seconds },
  { key: 'comeback', label: 'Coming back costs', min: 0, max: 300, step: 10, format: seconds },
  { key: 'pipelineCompile', label: 'Pipeline: cold compile', min: 0, max: 30, step: 1, format: minutes },
  { key: 'pipelineRest', label: 'Pipeline: all the rest', min: 0, max: 40, step: 1, format: minutes },
  { key: 'cacheHits', label: 'Pipeline: cache hits', min: 0, max: 1, step: 0.05, format: percent },
] as const;

const SWITCHES = [
  { key: 'checksFirst', label: 'Check first, build later' },
  { key: 'isSplit', label: 'Changed unit split' },
  { key: 'isPure', label: 'Without the C dependency' },
] as const;

export function FeedbackLoop() {
  const [input, setInput] = useState<LoopInput>(START);
  const loop = computeLoop(input);
  const levers = computeLevers(input);
  return (
    <Frame
      title="Where the hours of a feedback loop go"
      lead="Waiting at the desk, coming back after turning away, waiting for the pipeline; and what each lever alone would save from here."
      prediction={PREDICTION}
      onReset={() => setInput(START)}
      controls={
        <>
          {SLIDERS.map(({ key, ...slider }) => (
            <Slider
              key={key}
              {...slider}
              value={input[key]}
              onChange={(value) => setInput({ ...input, [key]: value })}
            />
          ))}
          {SWITCHES.map(({ key, label }) => (
            <Picker
              key={key}
              label={label}
              value={input[key] ? 'yes' : 'no'}
              options={YES_NO}
              onChange={(id) => setInput({ ...input, [key]: id === 'yes' })}
            />
          ))}
        </>
      }
      reading={(isTable) => (
        <Reading isTable={isTable} table={toTable(loop, levers)} summary={summarise(loop, levers)}>
          <LoopFigure loop={loop} levers={levers} />
        </Reading>
      )}
      limits={`Five days; ${percent(ASSUMED.checkShare)} of cycles need only an answer from the type checker, which takes a quarter of a rebuild; a split leaves 40 % of it; three pipeline runs a day each, one in four waited for; a cached compile takes a quarter; the C dependency ${ASSUMED.nativeMinutes} minutes of a cold one. These are our assumptions. An hour here is not an hour of output lost: some people use a wait well. And it counts no defect that a slower check would have caught.`}
    />
  );
}

interface LoopFigureProps {
  readonly loop: LoopHours;
  readonly levers: readonly Lever[];
}

function LoopFigure({ loop, levers }: LoopFigureProps) {
  return (
    <StackedRows
      label="Hours a week now, and what each lever would save; the sentence below says the main of it."
      full={Math.max(loop.total, 1)}
      rows={[
        {
          name: 'Now, a week',
          amount: hours(loop.total),
          parts: [
            { value: loop.waiting, fill: 'plain' },
            { value: loop.away, fill: 'alarm' },
            { value: loop.pipeline, fill: 'lines' },
          ],
        },
        ...levers.map(({ name, saves }) => ({
          name: LEVERS[name],
          amount: `saves ${hours(saves)}`,
          parts: [{ value: saves, fill: 'diagonal' as const }],
        })),
      ]}
      legend={[
        { name: 'waiting', fill: 'plain' },
        { name: 'coming back', fill: 'alarm' },
        { name: 'pipeline', fill: 'lines' },
        { name: 'saved by this lever alone', fill: 'diagonal' },
      ]}
    />
  );
}

function best(levers: readonly Lever[]): Lever | undefined {
  return levers.reduce<Lever | undefined>((top, lever) => (top && top.saves >= lever.saves ? top : lever), undefined);
}

function summarise(loop: LoopHours, levers: readonly Lever[]): string {
  const top = best(levers);
  const lever = top ? ` The strongest lever from here: ${LEVERS[top.name].toLowerCase()}, ${hours(top.saves)}.` : '';
  return `${hours(loop.total)} a week for the whole team: ${hours(loop.waiting)} waiting, ${hours(loop.away)} coming back, ${hours(loop.pipeline)} on the pipeline.${lever}`;
}

function toTable(loop: LoopHours, levers: readonly Lever[]): TableData {
  return {
    caption: 'Hours a week, whole team',
    head: ['Part or lever', 'Hours'],
    rows: [
      ['Waiting at the desk', hours(loop.waiting)],
      ['Coming back', hours(loop.away)],
      ['Waiting for the pipeline', hours(loop.pipeline)],
      ['Together', hours(loop.total)],
      ...levers.map(({ name, saves }) => [`${LEVERS[name]}, saves`, hours(saves)]),
    ],
  };
}
