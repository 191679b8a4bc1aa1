'use client';

import { useState } from 'react';
import { BudgetBar } from './budget-bar';
import { Picker, Slider } from './controls';
import { Frame } from './frame';
import { type Budget, type BudgetInput, computeBudget } from './models/latency-budget';
import type { Prediction } from './prediction-form';
import { Reading } from './reading';

const START: BudgetInput = {
  target: 50,
  allowances: { network: 8, sql: 44, code: 18, collector: 3 },
  speedup: 1,
  hasCollector: true,
};

const SPEEDUPS = [
  { id: '1', text: '1×' },
  { id: '2', text: '2×' },
  { id: '5', text: '5×' },
  { id: '10', text: '10×' },
  { id: 'Infinity', text: '∞' },
] as const;

const PREDICTION: Prediction = {
  question:
    'At p99 a request may spend 8 ms on the network, 44 in SQL, 18 in your code and 3 on the collector. The target is 50. If your code became infinitely fast and the collector vanished, you would',
  options: [
    {
      id: 'easily',
      text: 'meet 50 ms with room to spare',
      reply:
        'Set ∞ and “without” below: 8 + 44 = 52. The code was a quarter of the time, and all of that quarter is not enough.',
    },
    {
      id: 'just',
      text: 'just about meet 50 ms',
      reply:
        'Very nearly. Set ∞ and “without” below: 8 + 44 = 52, so the target is still missed by 2 ms. Then try moving SQL instead.',
    },
    {
      id: 'miss',
      text: 'still miss 50 ms',
      reply:
        'Yes: 8 + 44 = 52 ms remain whatever the language. Now find the smallest change that does meet the target.',
    },
  ],
  unpredicted: 'Try two things: ∞ and “without a collector” with SQL at 44 ms, and then 1× with SQL at 20 ms.',
};

const ms = (value: number) => `${value.toFixed(value % 1 === 0 ? 0 : 1)} ms`;

export function LatencyBudget() {
  const [input, setInput] = useState<BudgetInput>(START);
  const allow = (part: keyof BudgetInput['allowances']) => (value: number) =>
    setInput({ ...input, allowances: { ...input.allowances, [part]: value } });
  const budget = computeBudget(input);
  return (
    <Frame
      title="A latency budget"
      lead="Give each part of a request its allowance at p99, then make your own code faster. A budget, not a measurement."
      prediction={PREDICTION}
      onReset={() => setInput(START)}
      controls={
        <>
          <Slider
            label="Target at p99"
            value={input.target}
            min={10}
            max={150}
            step={5}
            format={ms}
            onChange={(target) => setInput({ ...input, target })}
          />
          <Slider
            label="Network and queueing"
            value={input.allowances.network}
            min={0}
            max={60}
            step={1}
            format={ms}
            onChange={allow('network')}
          />
          <Slider
            label="SQL"
            value={input.allowances.sql}
            min={0}
            max={100}
            step={1}
            format={ms}
            onChange={allow('sql')}
          />
          <Slider
            label="Your code"
            value={input.allowances.code}
            min={0}
            max={100}
            step={1}
            format={ms}
            onChange={allow('code')}
          />
          <Slider
            label="Collector"
            value={input.allowances.collector}
            min={0}
            max={30}
            step={1}
            format={ms}
            onChange={allow('collector')}
          />
          <Picker
            label="Make your code faster"
            value={SPEEDUPS.find((speedup) => Number(speedup.id) === input.speedup)?.id ?? '1'}
            options={SPEEDUPS}
            onChange={(id) => setInput({ ...input, speedup: Number(id) })}
          />
          <Picker
            label="Collector"
            value={input.hasCollector ? 'with' : 'without'}
            options={[
              { id: 'with', text: 'with' },
              { id: 'without', text: 'without' },
            ]}
            onChange={(id) => setInput({ ...input, hasCollector: id === 'with' })}
          />
        </>
      }
      reading={(isTable) => (
        <Reading isTable={isTable} table={toTable(input, budget)} summary={summarise(budget)}>
          <BudgetBar input={input} budget={budget} />
        </Reading>
      )}
      limits="Queueing feeds back: a faster service also waits less, and a saturated one waits far longer. And allowances are plans. That each part keeps its own 99 % of the time promises only 96 % for the sum of four."
    />
  );
}

function summarise({ after, spare, gain, ceiling }: Budget): string {
  const verdict = spare >= 0 ? `inside the target, ${ms(spare)} unallocated` : `over the target by ${ms(-spare)}`;
  const most = Number.isFinite(ceiling) ? `${ceiling.toFixed(2)}×` : 'unbounded';
  return `The plan comes to ${ms(after)}: ${verdict}. The whole is ${gain.toFixed(2)}× as fast as at first; faster code alone could never bring more than ${most}.`;
}

function toTable({ allowances, target }: BudgetInput, { parts, before, after, spare }: Budget) {
  return {
    caption: 'Allowances at p99, in milliseconds',
    head: ['Part', 'At first', 'Now'],
    rows: [
      ['Network and queueing', ms(allowances.network), ms(parts.network)],
      ['SQL', ms(allowances.sql), ms(parts.sql)],
      ['Your code', ms(allowances.code), ms(parts.code)],
      ['Collector', ms(allowances.collector), ms(parts.collector)],
      ['Sum', ms(before), ms(after)],
      ['Target', ms(target), ms(target)],
      [spare >= 0 ? 'Unallocated' : 'Over the target', ms(Math.abs(target - before)), ms(Math.abs(spare))],
    ],
  };
}
