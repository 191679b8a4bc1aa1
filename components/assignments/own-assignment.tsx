import { STEP_WORD, stepPath } from '@/components/home/step-path';
import { sayDuration } from '@/components/ui/duration';
import { LinkButton } from '@/components/ui/link-button';
import { LocalTime } from '@/components/ui/local-time';
import type { OwnAssignment } from '@/schemas/assignment';
import styles from './assignments.module.css';
import { PartsDone } from './parts-done';
import { sayAttempts, sayShare } from './policy-words';
import { StandingMark } from './standing-mark';

/** One assignment with everything that its learner may want to know, and the way to the exact next step. */
export function OwnAssignmentEntry({ assignment }: { readonly assignment: OwnAssignment }) {
  const { id, title, cohortName, note, asks, attempts, passShare, opensAt, dueAt, extension, standing } = assignment;
  return (
    <article className={styles.item} aria-labelledby={`assignment-${id}`}>
      <div className={styles.what}>
        <h3 id={`assignment-${id}`}>{title}</h3>
        <p className={styles.facts}>{cohortName}</p>
        {note === '' ? null : <p className={styles.note}>{note}</p>}
        <NextOfAssignment standing={standing} />
        <details className={styles.asks}>
          <summary>What it asks for</summary>
          <ul>
            {asks.map((ask) => (
              <li key={ask}>{ask}</li>
            ))}
            <li>
              {sayAttempts(attempts)} A record passes at {sayShare(passShare)}.
            </li>
          </ul>
        </details>
      </div>
      <div className={styles.due}>
        <StandingMark status={standing.status} />
        {standing.status === 'not-open' ? (
          <span>
            Opens <LocalTime at={opensAt} />
          </span>
        ) : null}
        <span>
          Due <LocalTime at={dueAt} />
        </span>
        {'doneAt' in standing ? (
          <span>
            Done <LocalTime at={standing.doneAt} />
          </span>
        ) : null}
        {extension ? <span>You have more time: {extension.reason}</span> : null}
      </div>
    </article>
  );
}

function NextOfAssignment({ standing }: Pick<OwnAssignment, 'standing'>) {
  if (!('next' in standing)) return <PartsDone {...standing} />;
  const { next } = standing;
  return (
    <div className={styles.next}>
      {next.type === 'done' ? null : (
        <LinkButton href={stepPath(next)} size="small">
          {STEP_WORD[next.type]}: {next.title}
        </LinkButton>
      )}
      <PartsDone {...standing} />
      {next.type === 'done' ? null : <span className={styles.facts}>about {sayDuration(next.minutes)}</span>}
    </div>
  );
}
