'use client';

import { useShortcuts } from '@/components/session/use-shortcuts';
import { InlineText } from '@/components/ui/inline-text';
import { LETTERS } from './letters';
import styles from './question.module.css';
import type { QuestionInputProps } from './question-input';

interface OptionListProps {
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly kind: 'radio' | 'checkbox';
  readonly chosen: readonly string[];
  readonly onPick: (id: string) => void;
  readonly labelledBy: string;
}

/** Options as large targets with letters; the letter keys pick them. */
function OptionList({ options, kind, chosen, onPick, labelledBy }: OptionListProps) {
  const keys = options.flatMap((option, index) => {
    const letter = LETTERS[index]?.toLowerCase();
    return letter ? [[letter, () => onPick(option.id)] as const] : [];
  });
  useShortcuts(Object.fromEntries(keys));
  return (
    <fieldset aria-labelledby={labelledBy} className={styles.options}>
      {options.map((option, index) => (
        <label key={option.id} className={styles.option}>
          <input
            type={kind}
            name={`${labelledBy}-option`}
            value={option.id}
            checked={chosen.includes(option.id)}
            onChange={() => onPick(option.id)}
          />
          <span className={styles.letter} aria-hidden="true">
            {LETTERS[index]}
          </span>
          <span className={styles.optionText}>
            <InlineText text={option.text} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export function SingleChoiceInput({ question, response, onChange, labelledBy }: QuestionInputProps<'single-choice'>) {
  return (
    <OptionList
      options={question.options}
      kind="radio"
      chosen={response ? [response.chosen] : []}
      onPick={(chosen) => onChange({ type: 'single-choice', chosen })}
      labelledBy={labelledBy}
    />
  );
}

export function MultipleChoiceInput({
  question,
  response,
  onChange,
  labelledBy,
}: QuestionInputProps<'multiple-choice'>) {
  const chosen = response?.chosen ?? [];
  function toggle(id: string) {
    const next = chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
    onChange(next.length > 0 ? { type: 'multiple-choice', chosen: next } : null);
  }
  return (
    <OptionList options={question.options} kind="checkbox" chosen={chosen} onPick={toggle} labelledBy={labelledBy} />
  );
}
