import { LevelGlyph } from '@/components/ui/level-mark';
import styles from './flip-point.module.css';
import { FlipStrip } from './flip-strip';
import { ANSWER_WORDS, DIAL_NAMES, OPTION_NAMES, sayDial } from './flip-words';
import {
  type Answer,
  answer,
  type Dial,
  type Fit,
  fits,
  nearestFlip,
  type Setting,
  segments,
} from './models/flip-point';
import { Reading, type TableData } from './reading';

/** In the order in which they are asked; the model follows the same order. */
const RULES: readonly { readonly answers: readonly Answer[]; readonly text: string }[] = [
  {
    answers: ['limit'],
    text: 'If no option reaches the limit on 16 cores, the limit or what lies outside the code is the question.',
  },
  { answers: ['keep'], text: 'If the incumbent reaches it, keep the incumbent.' },
  {
    answers: ['go', 'rust'],
    text: 'Of the others that reach it and are ready in time, take the one that you prefer above.',
  },
  { answers: ['date'], text: 'If one reaches it but is not ready in time, the date is the question.' },
];

interface FlipReadingProps {
  readonly setting: Setting;
  readonly dial: Dial;
  /** null until the reader asks to see the range. */
  readonly guess: number | null;
  readonly isTable: boolean;
}

export function FlipReading({ setting, dial, guess, isTable }: FlipReadingProps) {
  const here = answer(setting);
  return (
    <Reading isTable={isTable} table={toTable(setting, dial, guess)} summary={toSentence(setting, dial, guess)}>
      <p className={styles.answer}>{ANSWER_WORDS[here]}</p>
      <ul className={styles.options}>
        {fits(setting).map((fit) => (
          <li key={fit.option}>
            <LevelGlyph level={levelOf(fit)} />
            <span>
              <b>{OPTION_NAMES[fit.option]}</b> {sayFit(fit)}
            </span>
          </li>
        ))}
      </ul>
      <ol className={styles.rules}>
        {RULES.map(({ answers, text }) => (
          <li key={text} data-decides={answers.includes(here) || undefined}>
            {text}
            {answers.includes(here) ? <strong> This one decides.</strong> : null}
          </li>
        ))}
      </ol>
      {guess === null ? (
        <p className={styles.hidden}>The range of “{DIAL_NAMES[dial]}” is hidden until you have guessed.</p>
      ) : (
        <FlipStrip segments={segments(setting, dial)} dial={dial} at={setting[dial]} guess={guess} />
      )}
    </Reading>
  );
}

function levelOf({ cores, isInTime }: Fit) {
  if (cores === null) return 'none';
  return isInTime ? 'full' : 'half';
}

function sayFit({ option, cores, weeks, isInTime }: Fit): string {
  if (cores === null) return 'does not reach the limit on 16 cores';
  const reach = `reaches it on ${cores} ${cores === 1 ? 'core' : 'cores'}`;
  if (option === 'java') return `${reach}, already runs`;
  return `${reach}, ready in ${weeks} weeks${isInTime ? '' : ', too late'}`;
}

function toSentence(setting: Setting, dial: Dial, guess: number | null): string {
  const now = `Answer now: ${ANSWER_WORDS[answer(setting)]}.`;
  if (guess === null) return now;
  const flip = nearestFlip(setting, dial);
  const guessed = `You guessed ${sayDial(dial, guess)}`;
  if (!flip) return `${now} ${guessed}; “${DIAL_NAMES[dial]}” alone never changes the answer. Something else binds.`;
  return `${now} ${guessed}; the nearest change is at ${sayDial(dial, flip.value)}, to ${ANSWER_WORDS[flip.answer]}.`;
}

function toTable(setting: Setting, dial: Dial, guess: number | null): TableData {
  const range = segments(setting, dial).map(
    ({ from, to, answer: here }) => [`${sayDial(dial, from)} to ${sayDial(dial, to)}`, ANSWER_WORDS[here]] as const,
  );
  return {
    caption: 'Options and answers',
    head: ['Option or range', 'Result'],
    words: ['Result'],
    rows: [
      ...fits(setting).map((fit) => [OPTION_NAMES[fit.option], sayFit(fit)] as const),
      ['Answer now', ANSWER_WORDS[answer(setting)]],
      ...(guess === null ? [] : range),
    ],
  };
}
