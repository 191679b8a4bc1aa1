'use client';

import { useState } from 'react';
import { Picker } from './controls';
import { DomainReading, LANGUAGE_NAMES, REQUIREMENT_NAMES } from './domain-reading';
import { Frame } from './frame';
import {
  type Guess,
  type Key,
  LANGUAGES,
  type Language,
  REQUIREMENTS,
  type Requirement,
  UNGUESSED,
} from './models/domain-map';
import { DOMAINS } from './models/domains';
import type { Prediction } from './prediction-form';

const PREDICTION: Prediction = {
  question:
    'Eighteen real systems, two in each of nine domains. You may know one thing about each and then always guess the commoner language. Knowing the domain you get 9 right. Knowing what decided, according to the makers, you get about',
  options: [
    {
      id: 'same',
      text: 'nine again',
      reply:
        'It is 13. Judge the nine domains first, then sort the map by requirement and look at which rows lean and which one does not.',
    },
    {
      id: 'more',
      text: 'thirteen',
      reply:
        'Yes, 13. Judge the nine domains first, then sort the map by requirement: four rows lean to one side, and one row is no help at all.',
    },
    {
      id: 'all',
      text: 'all eighteen',
      reply:
        'It is 13. Requirements lean, they do not dictate: where the design decided, the language is spread over all three columns.',
    },
  ],
  unpredicted:
    'Take a domain and judge its system. Each one you judge appears on the map together with a counterexample in another language.',
};

const DOMAIN_OPTIONS = DOMAINS.map(({ id, name }) => ({ id, text: name }));
const LANGUAGE_OPTIONS = LANGUAGES.map((id) => ({ id, text: LANGUAGE_NAMES[id] }));
const REQUIREMENT_OPTIONS = REQUIREMENTS.map((id) => ({ id, text: REQUIREMENT_NAMES[id] }));

export function DomainMap() {
  const [domainId, setDomainId] = useState(DOMAINS[0]?.id ?? '');
  const [guesses, setGuesses] = useState<Readonly<Record<string, Guess>>>({});
  const [sorting, setSorting] = useState<Key>('domain');
  const guess = guesses[domainId] ?? UNGUESSED;
  const change = (part: Partial<Guess>) => setGuesses({ ...guesses, [domainId]: { ...guess, ...part } });
  const domain = DOMAINS.find(({ id }) => id === domainId);
  return (
    <Frame
      title="A map of real choices"
      lead="Judge one system in each domain: its language, and what decided. A counterexample joins it on the map."
      prediction={PREDICTION}
      onReset={() => {
        setDomainId(DOMAINS[0]?.id ?? '');
        setGuesses({});
        setSorting('domain');
      }}
      controls={
        <>
          <Picker label="Domain" value={domainId} options={DOMAIN_OPTIONS} onChange={setDomainId} />
          <Picker<Language | ''>
            label="Language its makers chose"
            value={guess.language ?? ''}
            options={LANGUAGE_OPTIONS}
            onChange={(language) => change({ language: language === '' ? null : language })}
          />
          <Picker<Requirement | ''>
            label="What decided"
            value={guess.requirement ?? ''}
            options={REQUIREMENT_OPTIONS}
            onChange={(requirement) => change({ requirement: requirement === '' ? null : requirement })}
          />
          <Picker
            label="Sort the map by"
            value={sorting}
            options={[
              { id: 'domain', text: 'domain' },
              { id: 'requirement', text: 'what decided' },
            ]}
            onChange={setSorting}
          />
        </>
      }
      reading={(isTable) =>
        domain ? <DomainReading domain={domain} guesses={guesses} sorting={sorting} isTable={isTable} /> : null
      }
      limits="We chose the pairs so that the languages differ, so the domain could not do better than half; and we named what decided with the outcome in view, from what makers published, which may not be all that moved them. Eighteen systems are an illustration and no sample. What a reason shows is its form, not a rule."
    />
  );
}
