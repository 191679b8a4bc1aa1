'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { CHOICE_WORD, LanguageMark } from '@/components/ui/language-mark';
import type { LiveVote } from '@/schemas/live';
import { type Choice, ChoiceSchema } from '@/schemas/scenario';
import { MAP_CHOICES } from '@/schemas/team-map';
import styles from './live.module.css';

interface DecideFormProps {
  readonly components: readonly { readonly id: string; readonly name: string }[];
  readonly own: LiveVote | null;
  readonly asksWhy: boolean;
  readonly isBusy: boolean;
  readonly onDecide: (choices: Readonly<Record<string, Choice>>, line: string) => void;
}

/** A choice for every part and one line why. What was chosen before is filled in. */
export function DecideForm({ components, own, asksWhy, isBusy, onDecide }: DecideFormProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const before: Readonly<Record<string, Choice | undefined>> = own?.choices ?? {};

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const choices: Record<string, Choice> = {};
    for (const { id, name } of components) {
      const choice = ChoiceSchema.safeParse(data.get(id));
      if (!choice.success) return setProblem(`Choose something for “${name}”.`);
      choices[id] = choice.data;
    }
    setProblem(null);
    onDecide(choices, asksWhy ? String(data.get('line') ?? '') : (own?.line ?? ''));
  }

  return (
    <form className={styles.form} onSubmit={submit} onChange={() => setProblem(null)}>
      {components.map(({ id, name }) => (
        <fieldset key={id}>
          <legend>{name}</legend>
          <div className={styles.options}>
            {MAP_CHOICES.map((choice) => (
              <label key={choice}>
                <input type="radio" name={id} value={choice} defaultChecked={before[id] === choice} />
                <LanguageMark
                  choice={choice}
                  word={choice === 'neither-keep-existing' ? 'Neither' : CHOICE_WORD[choice]}
                />
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      {asksWhy ? (
        <Field label="Why, in one line" hint="May stay empty. Shown to all with the reveal, without your name.">
          {(control) => (
            <input {...control} name="line" maxLength={200} defaultValue={own?.line ?? ''} autoComplete="off" />
          )}
        </Field>
      ) : null}
      {problem ? (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      ) : null}
      <div>
        <Button type="submit" kind="primary" isBusy={isBusy}>
          This is my decision
        </Button>
      </div>
    </form>
  );
}
