'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Picker, Slider } from './controls';
import { FlipReading } from './flip-reading';
import { DIAL_NAMES, sayDial } from './flip-words';
import { Frame } from './frame';
import { DIALS, type Dial, RANGES, type Setting } from './models/flip-point';
import type { Prediction } from './prediction-form';

const START: Setting = { limit: 35, load: 2000, skill: 2, weeks: 16, prefer: 'soonest' };

const PREDICTION: Prediction = {
  question:
    'The Java service meets 35 ms. Two of six engineers have shipped Rust, and more could be trained. From how many on does the defensible answer become Rust?',
  options: [
    {
      id: 'three',
      text: 'from three',
      reply:
        'At no number. Java meets the limit, so nothing has to be replaced, and skill has no say. Lower the limit to 30 ms and ask again: now it is five.',
    },
    {
      id: 'five',
      text: 'from five',
      reply:
        'At 30 ms you would be right. At 35 Java meets the limit, so nothing has to be replaced, and skill has no say. Lower the limit and see it take effect.',
    },
    {
      id: 'never',
      text: 'at no number',
      reply:
        'Right: while the incumbent meets the limit, nothing has to be replaced. A dial flips the answer only where it binds. Lower the limit to 30 ms and ask again.',
    },
  ],
  unpredicted:
    'At 35 ms no number of Rust engineers changes the answer, because Java meets the limit. Lower the limit to 30 ms and ask again.',
};

const PREFERENCES = [
  { id: 'soonest', text: 'ready first' },
  { id: 'fewest-cores', text: 'fewest cores' },
] as const;

/** Set the service, choose one dial, guess where the answer flips, and only then see the whole range. */
export function FlipPoint() {
  const [setting, setSetting] = useState(START);
  const [dial, setDial] = useState<Dial>('limit');
  const [guess, setGuess] = useState(30);
  const [isShown, setIsShown] = useState(false);
  const change = (part: Partial<Setting>) => {
    setSetting({ ...setting, ...part });
    setIsShown(false);
  };
  const turn = (next: Dial) => {
    setDial(next);
    setGuess(setting[next]);
    setIsShown(false);
  };
  return (
    <Frame
      title="Where the answer flips"
      lead="A ferry company’s pricing service, in Java today. Four facts, four rules, and one question: which fact would have to change, and by how much?"
      prediction={PREDICTION}
      onReset={() => {
        setSetting(START);
        setDial('limit');
        setGuess(30);
        setIsShown(false);
      }}
      controls={
        <>
          {DIALS.map((name) => (
            <Slider
              key={name}
              label={DIAL_NAMES[name]}
              value={setting[name]}
              {...RANGES[name]}
              format={(value) => sayDial(name, value)}
              onChange={(value) => change({ [name]: value })}
            />
          ))}
          <Picker
            label="If several fit, take the one"
            value={setting.prefer}
            options={PREFERENCES}
            onChange={(prefer) => change({ prefer })}
          />
          <Picker
            label="Dial to ask about"
            value={dial}
            options={DIALS.map((id) => ({ id, text: DIAL_NAMES[id] }))}
            onChange={turn}
          />
          <Slider
            label="Your guess: first flip at"
            value={guess}
            {...RANGES[dial]}
            format={(value) => sayDial(dial, value)}
            onChange={setGuess}
          />
          <Button size="small" onClick={() => setIsShown(true)}>
            Show the whole range
          </Button>
        </>
      }
      reading={(isTable) => (
        <FlipReading setting={setting} dial={dial} guess={isShown ? guess : null} isTable={isTable} />
      )}
      limits="All constants are invented: 18 ms outside the code; 12, 9 and 6 ms of code and 1.6, 1.3 and 0.8 ms of processor time a request for Java, Go and Rust; at most 16 cores; 10 weeks for Go, 30 down to 8 for Rust. Busy cores stretch the code by 1 ÷ (1 − load). It knows nothing of memory, security, hiring or what a second language costs for years. Keep the order of the rules, and put your own figures and rules in."
    />
  );
}
