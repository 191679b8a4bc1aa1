'use client';

import { useState } from 'react';
import { Picker, Slider } from './controls';
import { Frame } from './frame';
import { INCIDENTS, type Outcome, PLACES, type Place } from './models/safety-incidents';
import { cellKey, type Guesses, guess, type Log, logTotal, START_LOG, score, tally } from './models/safety-matrix';
import type { Prediction } from './prediction-form';
import { Reading, type TableData } from './reading';
import { SafetyGrid } from './safety-grid';
import { OUTCOME_WORD } from './safety-words';

const PREDICTION: Prediction = {
  question:
    'A Go service had 24 incidents in a year: 3 nil dereferences, 3 data races, 3 race conditions, 3 leaks, 3 logic errors and 9 others, none a use after free. How many would safe Rust have ruled out before release?',
  options: [
    {
      id: 'seventy',
      text: 'about 17, seventy per cent',
      reply:
        'Seven. The seventy per cent are a share of the serious bugs of C++ programs, most of which Go does not have either. Now predict cells: pick an incident and say what each column does with it.',
    },
    {
      id: 'half',
      text: 'about 12, half of them',
      reply:
        'Seven are ruled out; twelve is the number that safe Rust lets pass, just as Go does. Five more panic while it runs. Now predict cells and see which.',
    },
    {
      id: 'seven',
      text: 'about 7, fewer than a third',
      reply:
        'Yes: three nil dereferences, three data races and one forgotten case. Twelve pass in either language. Predict the cells, then put in the log of your own service.',
    },
  ],
  unpredicted:
    'Pick an incident and say for each column what happens to it. Then set the counts to last year’s incidents of your own service.',
};

const CHOICES: readonly { readonly id: Outcome; readonly text: string }[] = [
  { id: 'refused', text: OUTCOME_WORD.refused },
  { id: 'stopped', text: OUTCOME_WORD.stopped },
  { id: 'passes', text: OUTCOME_WORD.passes },
];

export function SafetyMatrix() {
  const [selected, setSelected] = useState('torn');
  const [guesses, setGuesses] = useState<Guesses>({});
  const [log, setLog] = useState<Log>(START_LOG);
  const incident = INCIDENTS.find(({ id }) => id === selected) ?? INCIDENTS[0];
  if (!incident) return null;
  return (
    <Frame
      title="Incident by incident"
      lead="What rules it out before release, what catches it while the program runs, and what lets it pass. Your first answer opens the cell and stands."
      prediction={PREDICTION}
      onReset={() => {
        setSelected('torn');
        setGuesses({});
        setLog(START_LOG);
      }}
      controls={
        <>
          <Picker
            label="Incident"
            value={selected}
            options={INCIDENTS.map(({ id, name }) => ({ id, text: name }))}
            onChange={setSelected}
          />
          {PLACES.map(({ id, name }) => (
            <Picker<Outcome | ''>
              key={`${selected} ${id}`}
              label={`${name}: ${incident.name} is …`}
              value={guesses[cellKey(selected, id)] ?? ''}
              options={CHOICES}
              onChange={(outcome) => {
                if (outcome !== '') setGuesses(guess(guesses, cellKey(selected, id), outcome));
              }}
            />
          ))}
          <Slider
            label={`${incident.name}, last year`}
            value={log[selected] ?? 0}
            min={0}
            max={20}
            step={1}
            format={(value) => String(value)}
            onChange={(count) => setLog({ ...log, [selected]: count })}
          />
        </>
      }
      reading={(isTable) => (
        <Reading isTable={isTable} table={toTable(guesses, log)} summary={toSentence(guesses, log)}>
          <SafetyGrid guesses={guesses} log={log} selected={incident} />
        </Reading>
      )}
      limits="A row is a class, and classes have exceptions that one word cannot hold; open the reason. The race detector is credited with every data race, although it reports only those that a test runs into. The start log is invented. Counts say nothing about damage: one of these may cost more than the other twenty-three."
    />
  );
}

function toSentence(guesses: Guesses, log: Log): string {
  const total = logTotal(log);
  if (total === 0) return 'The log is empty: give at least one incident a count.';
  const [rust, go, race] = (['rust', 'go', 'race'] as const).map((place) => tally(log, place));
  if (!rust || !go || !race) return '';
  const share = Math.round((rust.refused / total) * 100);
  const { made, right } = score(guesses);
  const predicted = made === 0 ? '' : ` Cells predicted: ${made}, right: ${right}.`;
  return `Of ${total} incidents safe Rust rules out ${rust.refused} (${share} %) and lets ${rust.passes} pass; Go rules out ${go.refused} and lets ${go.passes} pass, with the race detector ${race.passes}.${predicted}`;
}

/** The table holds the same cells as the figure, closed ones included, or it would give the answers away. */
function toTable(guesses: Guesses, log: Log): TableData {
  const cell = (id: string, place: Place, outcome: Outcome) =>
    cellKey(id, place) in guesses ? OUTCOME_WORD[outcome] : '?';
  return {
    caption: 'What happens to each incident',
    head: ['Incident', 'Last year', ...PLACES.map(({ name }) => name)],
    words: PLACES.map(({ name }) => name),
    rows: INCIDENTS.map(({ id, name, cells }) => [
      name,
      String(log[id] ?? 0),
      ...PLACES.map((place) => cell(id, place.id, cells[place.id].outcome)),
    ]),
  };
}
