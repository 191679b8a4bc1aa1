'use client';

import { useState } from 'react';
import fieldStyles from '@/components/ui/field.module.css';
import type { AssignmentTarget } from '@/schemas/assignment';
import styles from './assignments.module.css';

export interface Choosable {
  readonly id: string;
  readonly title: string;
}

/** What the course has to assign. */
export interface AssignmentOffer {
  readonly paths: readonly Choosable[];
  readonly modules: readonly Choosable[];
  readonly exercises: readonly Choosable[];
}

type Kind = AssignmentTarget['type'];
const KIND_WORDS: Readonly<Record<Kind, string>> = { exercises: 'Exercises', modules: 'Modules', path: 'A path' };

interface TargetFieldProps {
  readonly offer: AssignmentOffer;
  readonly target: AssignmentTarget | null;
  readonly error: string | undefined;
}

/** What is assigned: first of which kind, then which ones. */
export function TargetField({ offer, target, error }: TargetFieldProps) {
  const [kind, setKind] = useState<Kind>(target?.type ?? 'exercises');
  const kinds = (['exercises', 'modules', 'path'] as const).filter((one) => one !== 'path' || offer.paths.length > 0);
  return (
    <fieldset aria-describedby={error ? 'target-error' : undefined}>
      <legend>What is assigned</legend>
      {error ? (
        <span className={fieldStyles.error} id="target-error">
          {error}
        </span>
      ) : null}
      <div className={styles.kinds}>
        {kinds.map((one) => (
          <label key={one} className={styles.choice}>
            <input type="radio" name="kind" value={one} checked={kind === one} onChange={() => setKind(one)} />
            {KIND_WORDS[one]}
          </label>
        ))}
      </div>
      <Choices kind={kind} offer={offer} target={target} />
      <p className={styles.muted}>
        {kind === 'exercises'
          ? 'Each of them has to be passed.'
          : 'Lessons read, quizzes mastered, and one exercise of each module passed.'}
      </p>
    </fieldset>
  );
}

function Choices({ kind, offer, target }: { readonly kind: Kind } & Pick<TargetFieldProps, 'offer' | 'target'>) {
  if (kind === 'path')
    return (
      <div className={styles.choices}>
        {offer.paths.map(({ id, title }, index) => (
          <label key={id} className={styles.choice}>
            <input
              type="radio"
              name="pathId"
              value={id}
              defaultChecked={target?.type === 'path' ? target.pathId === id : index === 0}
            />
            {title}
          </label>
        ))}
      </div>
    );
  const chosen: readonly string[] =
    target?.type === 'modules' ? target.moduleIds : target?.type === 'exercises' ? target.scenarioIds : [];
  const list = kind === 'modules' ? offer.modules : offer.exercises;
  return (
    <div className={styles.choices} key={kind}>
      {list.map(({ id, title }) => (
        <label key={id} className={styles.choice}>
          <input
            type="checkbox"
            name={kind === 'modules' ? 'moduleIds' : 'scenarioIds'}
            value={id}
            defaultChecked={chosen.includes(id)}
          />
          <span>
            {id} {title}
          </span>
        </label>
      ))}
    </div>
  );
}
