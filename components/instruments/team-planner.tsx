'use client';

import { useState } from 'react';
import { Picker, Slider } from './controls';
import { Frame } from './frame';
import { computePlan, PLAN, type TeamInput, type TeamPlan } from './models/team-planner';
import type { Prediction } from './prediction-form';
import { Reading, type TableData } from './reading';
import { ReadyMonths } from './ready-months';

const START: TeamInput = {
  people: 8,
  ready: 1,
  rampUp: 4,
  hiring: 4,
  leaversPerYear: 0.15,
  fluentHires: 0.2,
  languages: 1,
  rota: 6,
  salary: 90,
};

const PREDICTION: Prediction = {
  question:
    'A team of eight takes over a service in a language that one of them knows. Beside somebody who knows it, a person needs four months until she can review and be paged. 15 % leave in a year, and a post stays open for four months. Six people can be paged from',
  options: [
    {
      id: 'four',
      text: 'month 4, when the ramp-up is over',
      reply:
        'Month 7. One person can teach about two at a time, so there are three after four months, and only then places for the rest. The scarce thing is not time but somebody to learn beside.',
    },
    {
      id: 'eight',
      text: 'month 7 or 8, after a second round',
      reply:
        'Yes: one teaches two, then three teach the others, who have got a little further alone. Now take away the first one; then set two languages on the rota and look at where the line settles.',
    },
    {
      id: 'never',
      text: 'never for good, because people leave',
      reply:
        'They do get there, in month 7, and settle at about 7.3. You would be right for a team of six. Set people to six and everyone ready, and watch it fall below.',
    },
  ],
  unpredicted:
    'With one person to learn from it takes two rounds, seven months. Then try nobody ready, a team of exactly six, and a second language on the rota.',
};

const months = (value: number) => (value === 1 ? '1 month' : `${value} months`);
const percent = (value: number) => `${Math.round(value * 100)} %`;
const people = (value: number) => value.toFixed(1);
const money = (value: number) => `${Math.round(value).toLocaleString('en-GB')}k`;

const LANGUAGES = [
  { id: '1', text: 'this one' },
  { id: '2', text: 'and one more' },
  { id: '3', text: 'and two more' },
] as const;

const SLIDERS = [
  { key: 'people', label: 'Posts in the team', min: 2, max: 24, step: 1, format: String },
  { key: 'ready', label: 'Ready today', min: 0, max: 24, step: 1, format: String },
  { key: 'rampUp', label: 'Ramp-up beside somebody', min: 1, max: 12, step: 1, format: months },
  { key: 'hiring', label: 'A post stays open for', min: 0, max: 12, step: 1, format: months },
  { key: 'leaversPerYear', label: 'Leave in a year', min: 0, max: 0.4, step: 0.01, format: percent },
  { key: 'fluentHires', label: 'Newcomers who know it', min: 0, max: 1, step: 0.05, format: percent },
  { key: 'rota', label: 'The rota needs', min: 3, max: 12, step: 1, format: String },
  { key: 'salary', label: 'A post costs a year (yours)', min: 30, max: 300, step: 5, format: money },
] as const;

export function TeamPlanner() {
  const [input, setInput] = useState<TeamInput>(START);
  const plan = computePlan(input);
  return (
    <Frame
      title="Who can be paged, and from when"
      lead="People learn beside somebody who knows; people leave, posts stay open, newcomers learn again. Three years, month by month."
      prediction={PREDICTION}
      onReset={() => setInput(START)}
      controls={
        <>
          {SLIDERS.map(({ key, ...slider }) => (
            <Slider
              key={key}
              {...slider}
              max={key === 'ready' ? input.people : slider.max}
              value={key === 'ready' ? Math.min(input.ready, input.people) : input[key]}
              onChange={(value) => setInput({ ...input, [key]: value })}
            />
          ))}
          <Picker
            label="Languages on the rota"
            value={LANGUAGES.find(({ id }) => Number(id) === input.languages)?.id ?? '1'}
            options={LANGUAGES}
            onChange={(id) => setInput({ ...input, languages: Number(id) })}
          />
        </>
      }
      reading={(isTable) => (
        <Reading isTable={isTable} table={toTable(input, plan)} summary={summarise(input, plan)}>
          <ReadyMonths plan={plan} rota={input.rota} people={input.people} state={verdict(plan)} />
        </Reading>
      )}
      limits={`Expected values: real people leave one at a time, and often two at once. Somebody ready teaches ${PLAN.learnersEach} at a time; without anybody, learning takes ${PLAN.aloneFactor} times as long; whoever is not ready does half of the work; ${PLAN.changesPerWeek} changes a week from each person, one review each. These are our assumptions, and the cost of a post is yours. The team knows its other languages already; newcomers learn all of them, one after the other. How many bugs there are, how often the pager rings and whether people like the language are not in it.`}
    />
  );
}

function verdict({ months: from }: TeamPlan): string {
  if (from === null) return 'no rota that lasts within three years';
  return from === 0 ? 'the rota holds from today' : `the rota holds from month ${from}`;
}

const posts = (needed: number) => `${needed} posts`;

function summarise(input: TeamInput, plan: TeamPlan): string {
  const [now, later] = plan.reviews;
  const reviews = Number.isFinite(now) ? `${Math.round(now)} a week today` : 'nobody to do them today';
  return `In the long run ${people(plan.settled)} of ${input.people} can be paged; a rota of ${input.rota} takes ${posts(plan.needed)}. Reviews for each who can judge them: ${reviews}, ${Number.isFinite(later) ? Math.round(later) : 'still nobody'} in month 12. Learning costs ${money(plan.learningCost)} in the first year.`;
}

function toTable(input: TeamInput, plan: TeamPlan): TableData {
  const at = (month: number) => people(plan.ready[month] ?? 0);
  const weeks = (month: number) => {
    const ready = plan.ready[month] ?? 0;
    return ready < 0.05 ? 'nobody' : (52 / ready).toFixed(0);
  };
  return {
    caption: 'People who can be paged',
    head: ['Quantity', 'Value'],
    rows: [
      ['Ready today', at(0)],
      ['Ready in month 6', at(6)],
      ['Ready in month 12', at(12)],
      ['Ready in month 36', at(36)],
      ['Settles at', people(plan.settled)],
      ['Rota', `${input.rota}, ${verdict(plan)}`],
      ['Posts for this rota', posts(plan.needed)],
      ['Weeks on call a year, each, today', weeks(0)],
      ['Weeks on call a year, each, month 12', weeks(12)],
      ['Learning in the first year', money(plan.learningCost)],
      ['All posts, a year', money(input.people * input.salary)],
    ],
  };
}
