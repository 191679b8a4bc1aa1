'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useReducer } from 'react';
import optionStyles from '@/components/prediction/prediction-form.module.css';
import { callApi } from '@/components/session/call-api';
import { Button } from '@/components/ui/button';
import { LEVEL_WORD, LevelGlyph } from '@/components/ui/level-mark';
import { Notice } from '@/components/ui/notice';
import type { CalibrationTask } from '@/schemas/calibration-round';
import { type Level, LevelSchema } from '@/schemas/rubric';
import styles from './blind-marking.module.css';
import { missingLevels, reduceMarking, UNMARKED } from './marking-machine';

interface MarkingFormProps {
  readonly roundId: string;
  readonly task: CalibrationTask;
}

const controlId = (id: string) => `mark-${id}`;

/** The rubric, one level a criterion; radio groups, so that Tab and arrow keys are enough. */
export function MarkingForm({ roundId, task }: MarkingFormProps) {
  const { criteria, position } = task;
  const [{ levels, sending }, dispatch] = useReducer(reduceMarking, UNMARKED);
  const router = useRouter();
  const isMissing = (id: string) => sending.status === 'incomplete' && sending.missing.some((one) => one === id);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (sending.status === 'sending') return;
    const missing = missingLevels(levels, criteria);
    if (missing[0]) {
      dispatch({ type: 'found-incomplete', missing });
      document.getElementById(controlId(missing[0]))?.focus();
      return;
    }
    dispatch({ type: 'sent' });
    const path = `/api/instructor/calibration-rounds/${roundId}/marks/${position}`;
    const marked = await callApi(path, { method: 'PUT', body: { levels } });
    // Marked in another tab meanwhile: the page has the next answer.
    if (!marked.ok && marked.code !== 'already-marked') return dispatch({ type: 'refused', message: marked.message });
    router.refresh();
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <ol className={optionStyles.criteria}>
        {criteria.map((criterion) => (
          <li key={criterion.id}>
            <CriterionLevels
              criterion={criterion}
              level={levels[criterion.id]}
              isMissing={isMissing(criterion.id)}
              onMark={(level) => dispatch({ type: 'marked', id: criterion.id, level })}
            />
          </li>
        ))}
      </ol>
      {sending.status === 'failed' ? (
        <Notice kind="problem" live="alert" title="Your marks have not arrived.">
          <p>{sending.message} What you marked is still on this page.</p>
        </Notice>
      ) : null}
      <p className={optionStyles.open} role="status">
        {sending.status === 'incomplete'
          ? `${sending.missing.length} of ${criteria.length} criteria lack a level.`
          : ''}
      </p>
      <p>
        <Button type="submit" kind="primary" isBusy={sending.status === 'sending'}>
          Keep these marks and go on
        </Button>
      </p>
    </form>
  );
}

interface CriterionLevelsProps {
  readonly criterion: CalibrationTask['criteria'][number];
  readonly level: Level | undefined;
  readonly isMissing: boolean;
  readonly onMark: (level: Level) => void;
}

function CriterionLevels({ criterion, level: chosen, isMissing, onMark }: CriterionLevelsProps) {
  const { id, title, asks, full, half, points } = criterion;
  return (
    <fieldset className={optionStyles.criterion} data-missing={isMissing ? '' : undefined}>
      <legend>
        {title} <span>{points} points</span>
        {isMissing ? <strong> Not marked yet</strong> : null}
      </legend>
      <div className={styles.rubric}>
        <p>{asks}</p>
        <dl>
          <dt>{LEVEL_WORD.full}</dt>
          <dd>{full}</dd>
          <dt>{LEVEL_WORD.half}</dt>
          <dd>{half}</dd>
        </dl>
      </div>
      <div className={optionStyles.options}>
        {LevelSchema.options.map((level) => (
          <label key={level} className={optionStyles.option} data-level={level}>
            <input
              type="radio"
              id={level === LevelSchema.options[0] ? controlId(id) : undefined}
              name={controlId(id)}
              value={level}
              checked={chosen === level}
              onChange={() => onMark(level)}
            />
            <LevelGlyph level={level} />
            {LEVEL_WORD[level]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
