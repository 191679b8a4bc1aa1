'use client';

import { useState } from 'react';
import { Checks, Picker } from './controls';
import { answerText, PathPair, QUESTIONS, VERDICT_WORD } from './decision-path';
import { Frame } from './frame';
import {
  type Agreement,
  askColumns,
  askDefault,
  type ColumnReading,
  compare,
  countDecided,
  type Fact,
  type Facts,
  type Path,
  SERVICES,
} from './models/decision-trees';
import type { Prediction } from './prediction-form';
import { Reading, type TableData } from './reading';

type Service = keyof typeof SERVICES;

const START: { readonly facts: Facts; readonly reading: ColumnReading } = { facts: SERVICES.consent, reading: 'any' };

const PREDICTION: Prediction = {
  question:
    'A hospital group wants a new consent check: 20 ms at p99, patient data, a fixed date, five engineers who know Go and no Rust, six neighbouring services on Kubernetes. Put to both procedures, it comes out as',
  options: [
    {
      id: 'rust-go',
      text: 'Rust in document A, Go in document B',
      reply:
        'If you read document A from the top and stop at the first yes: speed and security come first, so Rust. Ask for a whole column and it says Go; let one yes do and both columns claim the service. Try the three readings.',
    },
    {
      id: 'go-go',
      text: 'Go in both',
      reply:
        'If document A wants a whole column: all four Go lines hold, and only two of the three for Rust. Read from the top it says Rust; let one yes do and both columns claim the service. Try the three readings.',
    },
    {
      id: 'both-go',
      text: 'undecided in document A, Go in document B',
      reply:
        'Yes, if one yes is enough: two lines for Rust and four for Go. From the top the same page says Rust, and by whole columns Go. Three readings, three answers; document A does not say which is meant.',
    },
  ],
  unpredicted:
    'Leave the facts alone and change how the columns are read: the same page gives three answers to one service. Then load the archive, and switch the last two facts on and off.',
};

const READINGS = [
  { id: 'any', text: 'one yes is enough' },
  { id: 'all', text: 'the whole column' },
  { id: 'first', text: 'from the top, first yes' },
] as const;

const SERVICE_NAMES = [
  { id: 'consent', text: 'consent check' },
  { id: 'recorder', text: 'flight recorder' },
  { id: 'archive', text: 'invoice archive' },
] as const;

/** Offered only while it is the case: choosing it would change nothing. */
const OWN = { id: 'own', text: 'my own' } as const;

const ASKED: readonly Fact[] = [
  'performance',
  'security',
  'reliability',
  'longevity',
  'market',
  'distributed',
  'smallTeam',
  'cloudNative',
  'isNew',
  'canSupport',
];
const UNASKED: readonly Fact[] = ['elsewhere', 'incumbent'];

const toOptions = (facts: readonly Fact[]) => facts.map((id) => ({ id, text: QUESTIONS[id] }));

const AGREEMENTS: Readonly<Record<Agreement, string>> = {
  agree: 'They agree.',
  contradict: 'They contradict each other.',
  'one decides': 'Only one of them decides.',
  'neither decides': 'Neither decides.',
};

export function DecisionTrees() {
  const [facts, setFacts] = useState<Facts>(START.facts);
  const [reading, setReading] = useState<ColumnReading>(START.reading);
  const isChecked = (fact: Fact) => facts[fact];
  const change = (fact: Fact, isTrue: boolean) => setFacts({ ...facts, [fact]: isTrue });
  const service = serviceOf(facts);
  const columns = askColumns(facts, reading);
  const exception = askDefault(facts);
  return (
    <Frame
      title="Two procedures, one service"
      lead="Give both documents the same facts, and watch what each asks, what it answers and what neither wants to know."
      prediction={PREDICTION}
      onReset={() => {
        setFacts(START.facts);
        setReading(START.reading);
      }}
      controls={
        <>
          <Picker
            label="Service"
            value={service}
            options={service === 'own' ? [...SERVICE_NAMES, OWN] : SERVICE_NAMES}
            onChange={(id) => {
              if (id !== 'own') setFacts(SERVICES[id]);
            }}
          />
          <Picker label="How document A’s columns are read" value={reading} options={READINGS} onChange={setReading} />
          <Checks
            label="Facts that a procedure asks for"
            options={toOptions(ASKED)}
            isChecked={isChecked}
            onChange={change}
          />
          <Checks
            label="Facts that neither asks for"
            options={toOptions(UNASKED)}
            isChecked={isChecked}
            onChange={change}
          />
        </>
      }
      reading={(isTable) => (
        <Reading
          isTable={isTable}
          table={toTable(facts, columns, exception)}
          summary={toSentence(columns, exception, reading)}
        >
          <PathPair columns={columns} exception={exception} />
        </Reading>
      )}
      limits="Both texts were turned into yes-or-no questions by us. Document A’s “security” and B’s “safety” are one fact here, “can support it” is taken as skill in the present team, and B’s “concrete reason” is left out, because it names none. Real facts have numbers; that is what the rest of this module is about."
    />
  );
}

/** The preset whose facts are ticked just now; any change makes the service the learner’s own. */
function serviceOf(facts: Facts): Service | 'own' {
  const names = Object.keys(SERVICES) as Service[];
  return names.find((name) => [...ASKED, ...UNASKED].every((fact) => SERVICES[name][fact] === facts[fact])) ?? 'own';
}

function toSentence(columns: Path, exception: Path, reading: ColumnReading): string {
  const yes = (side: 'rust' | 'go') => columns.steps.filter((step) => step.answer && step.points === side).length;
  const { decided, all } = countDecided(reading);
  const verdicts = `Document A: ${VERDICT_WORD[columns.verdict]} (${yes('rust')} for Rust, ${yes('go')} for Go). Document B: ${VERDICT_WORD[exception.verdict]}.`;
  return `${verdicts} ${AGREEMENTS[compare(columns.verdict, exception.verdict)]} Read in this way, document A comes to a language in ${decided} of the ${all} combinations of its seven answers.`;
}

function toTable(facts: Facts, columns: Path, exception: Path): TableData {
  const asked = (path: Path, fact: Fact) => {
    const step = path.steps.find((candidate) => candidate.fact === fact);
    return step === undefined ? 'not asked' : answerText(step);
  };
  const row = (fact: Fact) => [
    QUESTIONS[fact],
    facts[fact] ? 'yes' : 'no',
    asked(columns, fact),
    asked(exception, fact),
  ];
  return {
    caption: 'Every fact, what each procedure did with it, and the verdicts',
    head: ['Fact', 'Holds', 'Document A', 'Document B'],
    words: ['Holds', 'Document A', 'Document B'],
    rows: [
      ...[...ASKED, ...UNASKED].map(row),
      ['Verdict', '', VERDICT_WORD[columns.verdict], VERDICT_WORD[exception.verdict]],
    ],
  };
}
