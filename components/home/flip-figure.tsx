'use client';

import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { LanguageMark } from '@/components/ui/language-mark';
import { SteppedSlider } from '@/components/ui/stepped-slider';
import styles from './flip-figure.module.css';
import { FlipMap } from './flip-map';
import { FlipTable } from './flip-table';
import {
  ANSWER_CHOICE,
  ANSWER_WORD,
  BUDGETS_MS,
  HEAPS_GB,
  RUST_PEOPLE,
  type Sketch,
  sketchAnswer,
  sketchArgument,
  sketchFlips,
  WEEKS,
} from './sketch-decision';

const START: Sketch = { budgetMs: 20, heapGb: 16, rustPeople: 2, weeks: 12 };

const SAY: Readonly<Record<keyof Sketch, (value: number) => string>> = {
  budgetMs: (value) => `${value} ms`,
  heapGb: (value) => `${value} GB`,
  rustPeople: (value) => `${value} of 6`,
  weeks: (value) => `${value} weeks`,
};
const NAME: Readonly<Record<keyof Sketch, string>> = {
  budgetMs: 'Tail budget (p99.9)',
  heapGb: 'Live heap of the hot part',
  rustPeople: 'Have shipped Rust',
  weeks: 'Until it must run',
};

export function FlipFigure() {
  const [sketch, setSketch] = useState(START);
  const prefix = useId();
  const answer = sketchAnswer(sketch);
  const change = (part: Partial<Sketch>) => setSketch((before) => ({ ...before, ...part }));
  return (
    <figure className={styles.figure} aria-labelledby={`${prefix}-title`}>
      <div className={styles.head}>
        <h2 id={`${prefix}-title`}>Move one number, and the answer changes</h2>
        <Button kind="quiet" size="small" onClick={() => setSketch(START)}>
          Reset
        </Button>
      </div>
      <p className={styles.setting}>
        A team of six runs a Go service that keeps hot data in memory. Should that part stay in Go?
      </p>
      <div className={styles.body}>
        <div className={styles.controls}>
          <SteppedSlider
            label={NAME.budgetMs}
            steps={BUDGETS_MS}
            value={sketch.budgetMs}
            say={SAY.budgetMs}
            onChange={(budgetMs) => change({ budgetMs })}
          />
          <SteppedSlider
            label={NAME.heapGb}
            steps={HEAPS_GB}
            value={sketch.heapGb}
            say={SAY.heapGb}
            onChange={(heapGb) => change({ heapGb })}
          />
          <SteppedSlider
            label={NAME.rustPeople}
            steps={RUST_PEOPLE}
            value={sketch.rustPeople}
            say={SAY.rustPeople}
            onChange={(rustPeople) => change({ rustPeople })}
          />
          <SteppedSlider
            label={NAME.weeks}
            steps={WEEKS}
            value={sketch.weeks}
            say={SAY.weeks}
            onChange={(weeks) => change({ weeks })}
          />
          <div className={styles.verdict} role="status">
            <p className={styles.answer}>
              <LanguageMark choice={ANSWER_CHOICE[answer]} word={ANSWER_WORD[answer]} /> is what we would defend.
            </p>
            <p className={styles.argument}>{sketchArgument(sketch)}</p>
          </div>
        </div>
        <div className={styles.map}>
          <FlipMap sketch={sketch} prefix={prefix} onMove={change} />
          <p className={styles.flipsTitle}>It flips, other things equal, at</p>
          <ul className={styles.flips}>
            {sketchFlips(sketch).map((flip) => (
              <li key={flip.input}>
                {NAME[flip.input]}: {SAY[flip.input](flip.to)} →
                <LanguageMark choice={ANSWER_CHOICE[flip.answer]} word={ANSWER_WORD[flip.answer]} />
              </li>
            ))}
          </ul>
        </div>
      </div>
      <FlipNotes sketch={sketch} />
    </figure>
  );
}

function FlipNotes({ sketch }: { readonly sketch: Sketch }) {
  return (
    <>
      <details className={styles.more}>
        <summary>The rule, and what is wrong with it</summary>
        <p>
          A collector’s work grows with the data that is alive, and the tail budget is what it may take. The figure lets
          the collector decide where the live heap in GB reaches the budget in ms, and asks for a measurement from a
          quarter of that. Two people who have shipped Rust can review each other and share a pager, and need about 8
          weeks for the part; a team that is still learning needs about 26. Four of six make Rust as natural as Go.
        </p>
        <p>
          It is a sketch. The shape is taught in the course; the thresholds are ours, no service was measured for them,
          and allocation rate, pointer layout, traffic, existing code and the cost of a boundary are all left out.
          Finding out which of them decides is the work of the twelve modules.
        </p>
      </details>
      <details className={styles.more}>
        <summary>Read as table</summary>
        <FlipTable sketch={sketch} />
      </details>
    </>
  );
}
