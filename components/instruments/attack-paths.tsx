'use client';

import { useState } from 'react';
import { AttackBoard } from './attack-board';
import { Picker } from './controls';
import { Frame } from './frame';
import { ATTACK_INCIDENTS, type Effort, type Language, PATHS } from './models/attack-incidents';
import {
  type AttackResult,
  assess,
  BUDGET,
  HOURS,
  isStopped,
  NO_REVIEW,
  type ServiceInput,
} from './models/attack-paths';
import type { Prediction } from './prediction-form';
import { Reading, type TableData } from './reading';

const START: ServiceInput = { language: 'go', hasCInside: false, efforts: NO_REVIEW };

const PREDICTION: Prediction = {
  question:
    'Thirteen real incidents from 2014 to 2025. A Go service with no C inside, and nobody reviewing anything, stops two of them. How many more would the same service stop in Rust?',
  options: [
    {
      id: 'five',
      text: 'five or so, nearly half of the rest',
      reply:
        'One: a race in Go’s own database/sql. The other ten are access, injection, limits, lookalikes and build steps, which no compiler reads. Set the language to Rust, then give the basics to all five paths.',
    },
    {
      id: 'three',
      text: 'about three',
      reply:
        'One: a race in Go’s own database/sql. The two that Go stops are C libraries which it replaces, and Rust replaces them as well. Now spend thirty hours instead.',
    },
    {
      id: 'one',
      text: 'one',
      reply:
        'Yes: the race in database/sql of 2025. Now leave the language alone and spend thirty hours on the basics of five paths. Then try “C libraries inside” with either language.',
    },
  ],
  unpredicted:
    'Compare three settings: Go and Rust without review; either of them with C libraries inside; and the basics on all five paths.',
};

const LANGUAGES: readonly { readonly id: Language; readonly text: string }[] = [
  { id: 'c', text: 'C' },
  { id: 'go', text: 'Go' },
  { id: 'rust', text: 'Rust' },
];

const EFFORTS: readonly { readonly id: Effort; readonly text: string }[] = [
  { id: 'none', text: 'nothing' },
  { id: 'basic', text: `basics, ${HOURS.basic} h` },
  { id: 'thorough', text: `thorough, ${HOURS.thorough} h` },
];

export function AttackPaths() {
  const [input, setInput] = useState<ServiceInput>(START);
  const result = assess(input);
  return (
    <Frame
      title="Thirteen ways in"
      lead={`A small service, and ${BUDGET} hours of review a quarter. Choose a language and its libraries, then allot the hours.`}
      prediction={PREDICTION}
      onReset={() => setInput(START)}
      controls={
        <>
          <Picker
            label="Language of the service"
            value={input.language}
            options={LANGUAGES}
            onChange={(language) => setInput({ ...input, language })}
          />
          <Picker
            label="TLS, image decoding and the like"
            value={input.hasCInside ? 'c' : 'own'}
            options={[
              { id: 'own', text: 'in the same language' },
              { id: 'c', text: 'C libraries inside' },
            ]}
            onChange={(id) => setInput({ ...input, hasCInside: id === 'c' })}
          />
          {PATHS.map(({ id, name, basic, thorough }) => (
            <Picker
              key={id}
              label={`${name}. Basics: ${basic}. Thorough: ${thorough}.`}
              value={input.efforts[id]}
              options={EFFORTS}
              onChange={(effort) => setInput({ ...input, efforts: { ...input.efforts, [id]: effort } })}
            />
          ))}
        </>
      }
      reading={(isTable) => (
        <Reading isTable={isTable} table={toTable(result)} summary={toSentence(result)}>
          <AttackBoard result={result} />
        </Reading>
      )}
      limits="We chose the thirteen so that every path has some; they are not a sample, and their shares are not probabilities. What would have stopped each is our reading of published accounts. Hours are assumed. “Stopped” includes a patch in time, and a real attacker tries the next path."
    />
  );
}

function toSentence({ hours, stopped, withoutReview }: AttackResult): string {
  const total = ATTACK_INCIDENTS.length;
  const budget =
    hours > BUDGET ? `${hours} hours, ${hours - BUDGET} more than there are` : `${hours} of ${BUDGET} hours spent`;
  return `${stopped} of ${total} stopped: ${withoutReview} by language and libraries alone, ${stopped - withoutReview} more by review. ${budget}.`;
}

function toTable({ verdicts }: AttackResult): TableData {
  return {
    caption: 'What stops each incident',
    head: ['Incident', 'Language', 'Library', 'Review', 'Outcome'],
    words: ['Language', 'Library', 'Review', 'Outcome'],
    rows: verdicts.map((verdict) => [
      `${verdict.incident.name}, ${verdict.incident.when}`,
      verdict.byLanguage ? 'stops it' : '–',
      verdict.byLibrary ? 'stops it' : '–',
      verdict.byReview.join('; ') || '–',
      isStopped(verdict) ? 'stopped' : 'open',
    ]),
  };
}
