import { useId } from 'react';
import { type FigureFill, FigurePatterns, figureFill } from './figure-patterns';
import styles from './flip-point.module.css';
import { ANSWER_WORDS, sayDial } from './flip-words';
import { type Answer, type Dial, RANGES, type Segment } from './models/flip-point';

const FILLS: Readonly<Record<Answer, FigureFill>> = {
  keep: 'plain',
  go: 'dots',
  rust: 'open',
  date: 'lines',
  limit: 'alarm',
};

interface FlipStripProps {
  readonly segments: readonly Segment[];
  readonly dial: Dial;
  readonly at: number;
  readonly guess: number;
}

/** One dial from end to end, coloured and hatched by the answer; the list under it says the same in words. */
export function FlipStrip({ segments, dial, at, guess }: FlipStripProps) {
  const prefix = useId();
  const { min, max, step } = RANGES[dial];
  const share = (value: number) => ((value - min + step / 2) / (max - min + step)) * 100;
  const edge = (value: number) => share(value - step / 2);
  return (
    <>
      <svg
        className={styles.strip}
        width="100%"
        height="76"
        role="img"
        aria-label="The answer over the range of the dial; the list below says the same."
      >
        <FigurePatterns prefix={prefix} />
        {segments.map(({ from, to, answer }) => (
          <rect
            key={from}
            className={styles.segment}
            x={`${edge(from)}%`}
            y={22}
            width={`${edge(to + step) - edge(from)}%`}
            height={32}
            fill={figureFill(prefix, FILLS[answer])}
          />
        ))}
        <line className={styles.now} x1={`${share(at)}%`} x2={`${share(at)}%`} y1={14} y2={58} />
        <text className={styles.mark} x={`${share(at)}%`} y={74} textAnchor={anchor(share(at))}>
          now
        </text>
        <line className={styles.guess} x1={`${share(guess)}%`} x2={`${share(guess)}%`} y1={14} y2={58} />
        <text className={styles.mark} x={`${share(guess)}%`} y={11} textAnchor={anchor(share(guess))}>
          your guess
        </text>
      </svg>
      <ul className={styles.legend}>
        {segments.map(({ from, to, answer }) => (
          <li key={from}>
            <svg width="18" height="14" aria-hidden="true">
              <rect className={styles.segment} width="18" height="14" fill={figureFill(prefix, FILLS[answer])} />
            </svg>
            {from === to ? sayDial(dial, from) : `${sayDial(dial, from)} to ${sayDial(dial, to)}`}:{' '}
            {ANSWER_WORDS[answer]}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Keeps a label inside the figure at both ends. */
function anchor(percent: number): 'start' | 'middle' | 'end' {
  if (percent < 15) return 'start';
  return percent > 85 ? 'end' : 'middle';
}
