'use client';

import { type KeyboardEvent, type Ref, useId } from 'react';
import { Numeral } from '@/components/result/numeral';
import { criterionAnchor, quoteAnchor } from '@/components/result/proof-criterion';
import { confidenceWord, percent } from '@/components/result/readings';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { LEVEL_WORD, LevelGlyph } from '@/components/ui/level-mark';
import { Tag } from '@/components/ui/tag';
import type { CriterionGrade } from '@/schemas/grade';
import type { Criterion, Level } from '@/schemas/rubric';
import styles from './criterion-card.module.css';
import { LEAST_REASON, type SetLevel } from './review-sheet';

interface CriterionCardProps {
  readonly number: number;
  readonly line: CriterionGrade;
  readonly criterion: Criterion | undefined;
  /** Of a second opinion; null where there is none. */
  readonly second: Level | null;
  readonly set: SetLevel | undefined;
  readonly replies: readonly { readonly level: Level; readonly reason: string }[];
  readonly isFocused: boolean;
  readonly isIncomplete: boolean;
  readonly isDisabled: boolean;
  readonly cardRef: Ref<HTMLLIElement>;
  readonly onFocus: () => void;
  readonly onLevel: (level: Level) => void;
  readonly onReason: (reason: string) => void;
  readonly onDecide: () => void;
}

const LEVELS = ['none', 'half', 'full'] as const;

/** One criterion: what it asks, what earns each level, what the grader saw, and the level that counts. */
export function CriterionCard(props: CriterionCardProps) {
  const { number, line, criterion, cardRef, onFocus, isFocused } = props;
  return (
    <li
      ref={cardRef}
      id={criterionAnchor(number)}
      className={styles.card}
      data-criteria={number}
      data-focused={isFocused ? '' : undefined}
      tabIndex={-1}
      onFocus={onFocus}
    >
      <h3 className={styles.title}>
        <Numeral number={number} />
        <span>{criterion?.title ?? line.id}</span>
        <span className={styles.points}>{line.max} points</span>
      </h3>
      {criterion ? <p className={styles.asks}>{criterion.asks}</p> : null}
      <Levels {...props} />
      <Seen line={line} number={number} />
      {props.set ? <Reason {...props} set={props.set} /> : null}
    </li>
  );
}

function Levels({ line, criterion, second, set, onLevel, isDisabled, number }: CriterionCardProps) {
  const name = useId();
  const chosen = set?.level ?? line.level;
  const graders = line.person?.machineLevel ?? line.level;
  const descriptors = { none: 'Neither of these.', half: criterion?.half, full: criterion?.full };
  return (
    <fieldset className={styles.levels} disabled={isDisabled}>
      <legend className={styles.legend}>Level of criterion {number}</legend>
      {LEVELS.map((level, index) => (
        <label key={level} className={styles.level} data-level={level}>
          <input type="radio" name={name} value={level} checked={chosen === level} onChange={() => onLevel(level)} />
          <span className={styles.word}>
            <LevelGlyph level={level} /> {LEVEL_WORD[level]}
            <span className={styles.key} aria-hidden="true">
              {index + 1}
            </span>
          </span>
          <span className={styles.descriptor}>{descriptors[level]}</span>
          <span className={styles.said}>
            {graders === level ? <Tag tone="accent">{graderWords(line)}</Tag> : null}
            {second === level ? <Tag>second opinion</Tag> : null}
            {line.person && line.level === level ? <Tag>in force, set by a person</Tag> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

const graderWords = ({ judged, confidence }: CriterionGrade) =>
  judged === false ? 'grader: not judged' : `grader: ${confidenceWord(confidence)}, ${percent(confidence)}`;

/** What the grader took for evidence, as links into the text. */
function Seen({ line, number }: { readonly line: CriterionGrade; readonly number: number }) {
  return (
    <div className={styles.seen}>
      {line.feedback ? <p>{line.feedback}</p> : null}
      {line.evidence.length === 0 ? <p className={styles.none}>No passage was taken for evidence.</p> : null}
      {line.evidence.map(({ start, quote }, index) => (
        <a key={start} href={`#${quoteAnchor(number, start)}`} data-criteria={number}>
          Passage {index + 1}: “{quote.length > 90 ? `${quote.slice(0, 86)} …` : quote}”
        </a>
      ))}
    </div>
  );
}

function Reason({
  set,
  replies,
  isIncomplete,
  isDisabled,
  onReason,
  onDecide,
  number,
}: CriterionCardProps & { readonly set: SetLevel }) {
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === 'Escape') event.currentTarget.closest('li')?.focus();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onDecide();
  }
  const fitting = replies.filter(({ level, reason }) => level === set.level && reason !== set.reason).slice(0, 4);
  return (
    <div className={styles.reason}>
      <Field
        label="Why, in words for the learner"
        error={isIncomplete ? `Criterion ${number} needs a reason of at least ${LEAST_REASON} characters.` : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            value={set.reason}
            maxLength={2_000}
            rows={3}
            readOnly={isDisabled}
            onChange={(event) => onReason(event.target.value)}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      {fitting.length > 0 ? (
        <ul className={styles.replies} aria-label="Earlier replies of yours">
          {fitting.map(({ reason }) => (
            <li key={reason}>
              <Button kind="quiet" size="small" onClick={() => onReason(reason)}>
                <span className={styles.use}>Use</span> “{reason}”
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
