'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Picker } from './controls';
import styles from './evidence-grader.module.css';
import { EvidenceReading } from './evidence-reading';
import { Frame } from './frame';
import { type Choice, type Filling, ownCase, PARTS, type Part } from './models/evidence-grader';
import { SLOGANS } from './models/evidence-slogans';
import type { Prediction } from './prediction-form';

const PREDICTION: Prediction = {
  question:
    '“Rust is faster than Go.” Four published findings lie on the bench: two report a gain for Rust, two report none. While the sentence stands as it is, how many of the four could contradict it?',
  options: [
    {
      id: 'none',
      text: 'none',
      reply:
        'Right. Every one of them could be waved away with “that is not what I meant”, and the sentence does not say what was. Fill in Grab’s latency, then change nothing but the measure.',
    },
    {
      id: 'two',
      text: 'the two that report no gain',
      reply:
        'They would if it were meant as a law without exceptions, which nobody claims when asked. As it names no service, load or measure, its author can always answer that something else was meant. Fill in Grab’s latency, then change nothing but the measure.',
    },
    {
      id: 'four',
      text: 'all four, in one way or another',
      reply:
        'None of them can. What the sentence leaves open is exactly what each finding is about: which program, which load, which measure. Fill in Grab’s latency, then change nothing but the measure.',
    },
  ],
  unpredicted:
    'As it stands, no finding can contradict the sentence. Fill in Grab’s latency, then change nothing but the measure.',
};

/** A slogan becomes a statement part by part, and the findings say whether they speak to it. */
export function EvidenceGrader() {
  const [chosen, setChosen] = useState<string>(SLOGANS[0].id);
  const [filling, setFilling] = useState<Filling>({});
  const slogan = SLOGANS.find(({ id }) => id === chosen) ?? SLOGANS[0];
  const fill = (part: Part, id: string) => {
    const { [part]: _, ...rest } = filling;
    setFilling(id === '' ? rest : { ...rest, [part]: id });
  };
  return (
    <Frame
      title="From slogan to statement"
      lead="Name the seven parts that a sentence needs before anything could contradict it, and see which findings then speak to it."
      prediction={PREDICTION}
      onReset={() => {
        setChosen(SLOGANS[0].id);
        setFilling({});
      }}
      controls={
        <>
          <Picker
            label="Slogan"
            value={slogan.id}
            options={SLOGANS.map(({ id, name }) => ({ id, text: name }))}
            onChange={(id) => {
              setChosen(id);
              setFilling({});
            }}
          />
          {PARTS.map((part) => (
            <PartSelect
              key={part}
              part={part}
              value={filling[part] ?? ''}
              choices={slogan.choices[part]}
              onChange={(id) => fill(part, id)}
            />
          ))}
          <Button size="small" onClick={() => setFilling(ownCase(slogan))}>
            Fill in our own case
          </Button>
        </>
      }
      reading={(isTable) => <EvidenceReading slogan={slogan} filling={filling} isTable={isTable} onFill={setFilling} />}
      limits="The choices and findings are a small set of ours, and a finding counts only if all seven parts agree. In a real review you decide which difference matters; the bench only makes sure that somebody sees it. The three decisions are invented. Sources stand in this module’s lessons and, for the findings on speed, in the module on performance."
    />
  );
}

interface PartSelectProps {
  readonly part: Part;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (id: string) => void;
}

function PartSelect({ part, value, choices, onChange }: PartSelectProps) {
  return (
    <label className={styles.part}>
      <span>{part}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">left open</option>
        {choices.map(({ id, text, isOurs }) => (
          <option key={id} value={id}>
            {text}
            {isOurs ? ' (ours)' : ''}
          </option>
        ))}
      </select>
    </label>
  );
}
