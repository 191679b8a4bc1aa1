import { useId } from 'react';
import { LevelGlyph } from '@/components/ui/level-mark';
import { FigurePatterns, figureFill } from './figure-patterns';
import styles from './heap-bars.module.css';
import type { HeapInput, HeapResult, HeapState } from './models/heap-cap';

const LEVELS = { fits: 'full', pressed: 'half', thrashing: 'half', killed: 'none' } as const satisfies Record<
  HeapState,
  string
>;

interface HeapBarsProps {
  readonly input: HeapInput;
  readonly result: HeapResult;
  readonly state: string;
}

/** Two bars of memory against the container; beyond it lies the hatched ground where the kernel ends the process. */
export function HeapBars({ input, result, state }: HeapBarsProps) {
  const prefix = useId();
  const scale = 100 / (input.cap * 1.45);
  const at = (mib: number) => `${Math.min(100, mib * scale)}%`;
  const across = (from: number, to: number) =>
    `${Math.max(0, Math.min(100, to * scale) - Math.min(100, from * scale))}%`;
  const beforeHeap = input.live + input.roots;
  const isOffTheScale = result.peak * scale > 100;
  return (
    <>
      <svg
        className={styles.figure}
        width="100%"
        height="196"
        role="img"
        aria-label="Memory of the process against the container; the sentence below says the same."
      >
        <FigurePatterns prefix={prefix} />
        <rect
          x={at(input.cap)}
          y={0}
          width={across(input.cap, input.cap * 2)}
          height={166}
          fill={figureFill(prefix, 'alarm')}
          opacity="0.45"
        />
        <text className={styles.name} x="0" y={26}>
          Go: {Number.isFinite(result.peak) ? `${Math.round(result.peak).toLocaleString('en-GB')} MiB` : 'unbounded'} at
          its peak
          {isOffTheScale ? ' →' : ''}
        </text>
        <rect
          className={styles.part}
          x="0"
          y={34}
          width={across(0, input.live)}
          height={34}
          fill={figureFill(prefix, 'plain')}
        />
        <rect
          className={styles.part}
          x={at(input.live)}
          y={34}
          width={across(input.live, beforeHeap)}
          height={34}
          fill={figureFill(prefix, 'lines')}
        />
        <rect
          className={styles.part}
          x={at(beforeHeap)}
          y={34}
          width={across(beforeHeap, result.peak)}
          height={34}
          fill={figureFill(prefix, 'dots')}
        />
        <text className={styles.name} x="0" y={102}>
          Rust: {Math.round(input.live * 1.05).toLocaleString('en-GB')} to{' '}
          {Math.round(input.live * 1.4).toLocaleString('en-GB')} MiB, assumed
        </text>
        <rect
          className={styles.part}
          x="0"
          y={110}
          width={across(0, input.live)}
          height={34}
          fill={figureFill(prefix, 'plain')}
        />
        <rect
          className={styles.range}
          x={at(input.live)}
          y={110}
          width={across(input.live, input.live * 1.4)}
          height={34}
          fill={figureFill(prefix, 'open')}
        />
        {input.memoryLimit !== null && (
          <line className={styles.limit} x1={at(input.memoryLimit)} x2={at(input.memoryLimit)} y1={16} y2={76} />
        )}
        <line className={styles.cap} x1={at(input.cap)} x2={at(input.cap)} y1={0} y2={168} />
        <text className={styles.capName} x={at(input.cap)} y={186} textAnchor="middle">
          container {input.cap.toLocaleString('en-GB')} MiB
        </text>
      </svg>
      <ul className={styles.legend}>
        <Key prefix={prefix} fill="plain" name="live data" />
        <Key prefix={prefix} fill="lines" name="stacks, globals" />
        <Key prefix={prefix} fill="dots" name="room between collections" />
        <Key prefix={prefix} fill="open" name="allocator’s own room" />
        {input.memoryLimit !== null && (
          <li>
            <svg width="18" height="14" aria-hidden="true">
              <line className={styles.limit} x1="9" x2="9" y1="0" y2="14" />
            </svg>
            GOMEMLIMIT {input.memoryLimit.toLocaleString('en-GB')} MiB
          </li>
        )}
      </ul>
      <p className={`${styles.state} ${styles[LEVELS[result.state]]}`}>
        <LevelGlyph level={LEVELS[result.state]} /> {state}
      </p>
    </>
  );
}

interface KeyProps {
  readonly prefix: string;
  readonly fill: 'plain' | 'lines' | 'dots' | 'open';
  readonly name: string;
}

function Key({ prefix, fill, name }: KeyProps) {
  return (
    <li>
      <svg width="18" height="14" aria-hidden="true">
        <rect className={styles.part} width="18" height="14" fill={figureFill(prefix, fill)} />
      </svg>
      {name}
    </li>
  );
}
