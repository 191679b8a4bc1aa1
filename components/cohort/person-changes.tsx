'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useCall } from '@/components/session/use-call';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import type { CohortId } from '@/schemas/ids';
import { type PersonChange, StaffRoleSchema } from '@/schemas/roster';
import styles from './cohort.module.css';
import { ROLE_WORDS } from './role-words';

interface PersonChangesProps {
  readonly cohort: {
    readonly id: string;
    readonly name: string;
    readonly isArchived: boolean;
    readonly isBuiltIn: boolean;
  };
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly isGuest: boolean;
    readonly isDemo: boolean;
    readonly learner: 'active' | 'withdrawn' | 'none';
    readonly roles: readonly string[];
  };
  /** Cohorts into which the person may be moved. */
  readonly others: readonly { readonly id: CohortId; readonly name: string }[];
}

/** A person's place in a cohort: their roles, and in or out of it. The page is read again once all of it is done. */
export function PersonChanges(props: PersonChangesProps) {
  const [isOpen, setIsOpen] = useState(false);
  const router = useRouter();
  const { name } = props.person;

  function close() {
    setIsOpen(false);
    router.refresh();
  }

  return (
    <>
      <Button size="small" aria-label={`Change the place of ${name}`} onClick={() => setIsOpen(true)}>
        Change …
      </Button>
      <Dialog title={name} isOpen={isOpen} onClose={close}>
        <Changes {...props} />
      </Dialog>
    </>
  );
}

type Person = PersonChangesProps['person'];

/** What a change makes of a person, as the server will say it when the page is read again. */
function after(person: Person, change: PersonChange, isAdded: boolean): Person {
  switch (change.type) {
    case 'grant':
      return { ...person, roles: [...person.roles, change.role] };
    case 'remove':
      return { ...person, roles: person.roles.filter((role) => role !== change.role) };
    case 'withdraw':
      return { ...person, learner: 'withdrawn' };
    case 'readmit':
      return { ...person, learner: 'active' };
    case 'transfer':
      return isAdded ? person : { ...person, learner: 'withdrawn' };
    default:
      return change satisfies never;
  }
}

function Changes({ cohort, person: known, others }: PersonChangesProps) {
  const { send, isBusy, problem } = useCall();
  const [person, setPerson] = useState(known);
  const [said, setSaid] = useState('');

  async function change(body: PersonChange, done: string) {
    setSaid('');
    const path = `/api/cohorts/${cohort.id}/people/${person.id}`;
    if (!(await send(path, { method: 'PUT', body }))) return;
    setPerson((now) => after(now, body, cohort.isBuiltIn));
    setSaid(done);
  }

  return (
    <div className={styles.form}>
      <Roles cohort={cohort} person={person} onChange={change} />
      <Place cohort={cohort} person={person} others={others} isBusy={isBusy} onChange={change} />
      <p role="status" className={styles.muted}>
        {said}
      </p>
      {problem() ? (
        <Notice kind="problem" live="alert" title="Nothing is changed.">
          <p>{problem()}</p>
        </Notice>
      ) : null}
    </div>
  );
}

interface Change {
  readonly onChange: (body: PersonChange, done: string) => Promise<void>;
}

function Roles({ cohort, person, onChange }: Pick<PersonChangesProps, 'cohort' | 'person'> & Change) {
  if (person.isGuest)
    return <p className={styles.muted}>A guest can hold no role: only their browser knows them. An account can.</p>;
  if (person.isDemo) return <p className={styles.muted}>Made up, like everybody in the demo cohort: no roles.</p>;
  return (
    <fieldset className={styles.checks}>
      <legend>Roles in {cohort.name}</legend>
      {StaffRoleSchema.options.map((role) => (
        <label key={role} className={styles.check}>
          <input
            type="checkbox"
            checked={person.roles.includes(role)}
            onChange={({ target }) =>
              void onChange(
                { type: target.checked ? 'grant' : 'remove', role },
                target.checked
                  ? `${person.name} is ${ROLE_WORDS[role].an} now.`
                  : `${person.name} is no longer ${ROLE_WORDS[role].an}.`,
              )
            }
          />
          {ROLE_WORDS[role].name}
        </label>
      ))}
      <p className={styles.muted}>Takes effect with their next click, and stands in the record of acts.</p>
    </fieldset>
  );
}

function Place({
  cohort,
  person,
  others,
  isBusy,
  onChange,
}: PersonChangesProps & Change & { readonly isBusy: boolean }) {
  function transfer(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const to = String(new FormData(event.currentTarget).get('to') ?? '');
    const target = others.find(({ id }) => id === to);
    if (target) void onChange({ type: 'transfer', to: target.id }, `${person.name} is in ${target.name} now.`);
  }

  if (person.learner === 'none') return null;
  if (person.learner === 'withdrawn')
    return (
      <section className={styles.part} aria-label="In or out">
        <p className={styles.muted}>Is not in the cohort at present. All work and grades are kept.</p>
        <Button
          isBusy={isBusy}
          onClick={() => void onChange({ type: 'readmit' }, `${person.name} is in the cohort again.`)}
        >
          Let in again
        </Button>
      </section>
    );
  return (
    <section className={styles.part} aria-label="In or out">
      {others.length > 0 && !person.isDemo ? (
        <form className={styles.row} onSubmit={transfer}>
          <Field
            label={cohort.isBuiltIn ? 'Add to a cohort' : 'Move to another cohort'}
            hint="Work and grades come along."
          >
            {(control) => (
              <select {...control} name="to">
                {others.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Button type="submit" isBusy={isBusy}>
            {cohort.isBuiltIn ? 'Add' : 'Move'}
          </Button>
        </form>
      ) : null}
      {cohort.isBuiltIn ? null : (
        <>
          <p className={styles.muted}>
            Taking somebody out keeps their work and every grade; they go on at their own pace.
          </p>
          <Button
            isBusy={isBusy}
            onClick={() => void onChange({ type: 'withdraw' }, `${person.name} is out of the cohort.`)}
          >
            Take out of the cohort
          </Button>
        </>
      )}
    </section>
  );
}
