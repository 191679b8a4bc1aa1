import Link from 'next/link';
import { personName } from '@/components/instructor/person-name';
import { LocalTime } from '@/components/ui/local-time';
import type { LearnerStanding } from '@/schemas/assignment';
import styles from './assignments.module.css';
import { ExtensionForm } from './extension-form';
import { PartsDone } from './parts-done';
import { StandingMark } from './standing-mark';

interface PeopleStandingProps {
  readonly root: string;
  readonly people: readonly LearnerStanding[];
}

const sayHandIns = (count: number, late: number) =>
  `${count === 1 ? '1 hand-in' : `${count} hand-ins`}${late > 0 ? `, ${late} late` : ''}`;

/** Where each learner stands against one assignment, and the way to give more time. */
export function PeopleStanding({ root, people }: PeopleStandingProps) {
  return (
    <ul className={styles.list}>
      {people.map((person) => {
        const { learnerId, standing, dueAt, extension, handIns, lateHandIns } = person;
        const name = personName(person);
        return (
          <li key={learnerId} className={styles.standing}>
            <div className={styles.what}>
              <h3 className={styles.title}>
                <Link href={`/instructor/learners/${learnerId}`}>{name}</Link>
              </h3>
              <p className={styles.facts}>
                <PartsDone {...standing} />
                <span>{sayHandIns(handIns, lateHandIns)}</span>
              </p>
            </div>
            <div className={styles.due}>
              <StandingMark status={standing.status} />
              {'doneAt' in standing ? (
                <span>
                  Done <LocalTime at={standing.doneAt} style="stamp" />
                </span>
              ) : null}
              {extension ? (
                <span>
                  Extended to <LocalTime at={dueAt} style="stamp" />: {extension.reason}
                </span>
              ) : null}
            </div>
            <ExtensionForm path={`${root}/extensions/${learnerId}`} name={name} person={person} />
          </li>
        );
      })}
    </ul>
  );
}
