import type { Dispatch } from 'react';
import { LEVEL_WORD, LevelGlyph } from '@/components/ui/level-mark';
import type { Confidence } from '@/schemas/item';
import type { PredictionAsk } from '@/schemas/prediction';
import type { Level } from '@/schemas/rubric';
import styles from './prediction-form.module.css';
import type { Marks, PredictionEvent } from './prediction-machine';

const LEVELS: readonly Level[] = ['none', 'half', 'full'];
const CERTAINTIES: readonly { readonly id: Confidence; readonly word: string }[] = [
  { id: 'guess', word: 'guess' },
  { id: 'think-so', word: 'think so' },
  { id: 'sure', word: 'sure' },
];

const levelId = (id: string) => `predict-${id}-level`;
const certaintyId = (id: string) => `predict-${id}-certainty`;

/** The first control of a criterion that still needs something. */
export function criterionTarget(id: string, marks: Marks[string] | undefined): string {
  return marks?.level === undefined ? levelId(id) : certaintyId(id);
}

interface CriterionMarksProps {
  readonly criterion: PredictionAsk['criteria'][number];
  readonly marks: Marks[string] | undefined;
  readonly isMissing: boolean;
  readonly dispatch: Dispatch<PredictionEvent>;
}

/** One criterion: which level, and how sure. Two radio groups, so that arrow keys stay inside each. */
export function CriterionMarks({ criterion, marks, isMissing, dispatch }: CriterionMarksProps) {
  const { id, title, points } = criterion;
  return (
    <fieldset className={styles.criterion} data-missing={isMissing ? '' : undefined}>
      <legend>
        {title} <span>{points} points</span>
        {isMissing ? <strong> Not marked yet</strong> : null}
      </legend>
      <div className={styles.groups}>
        <fieldset className={styles.group}>
          <legend>It is</legend>
          <div className={styles.options}>
            {LEVELS.map((level) => (
              <label key={level} className={styles.option} data-level={level}>
                <input
                  type="radio"
                  id={level === LEVELS[0] ? levelId(id) : undefined}
                  name={levelId(id)}
                  value={level}
                  checked={marks?.level === level}
                  onChange={() => dispatch({ type: 'level-marked', id, level })}
                />
                <LevelGlyph level={level} />
                {LEVEL_WORD[level]}
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset className={styles.group}>
          <legend>How sure</legend>
          <div className={styles.options}>
            {CERTAINTIES.map((certainty) => (
              <label key={certainty.id} className={styles.option}>
                <input
                  type="radio"
                  id={certainty === CERTAINTIES[0] ? certaintyId(id) : undefined}
                  name={certaintyId(id)}
                  value={certainty.id}
                  checked={marks?.certainty === certainty.id}
                  onChange={() => dispatch({ type: 'certainty-marked', id, certainty: certainty.id })}
                />
                {certainty.word}
              </label>
            ))}
          </div>
        </fieldset>
      </div>
    </fieldset>
  );
}
