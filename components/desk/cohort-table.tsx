import type { Route } from 'next';
import Link from 'next/link';
import { DataTable } from '../ui/data-table';
import { sayCount } from '../ui/say-count';
import { Tag } from '../ui/tag';
import { VisuallyHidden } from '../ui/visually-hidden';
import styles from './desk.module.css';
import type { DeskCohort } from './desk-cohort';
import { Reach } from './reach';

/** Cohorts, each with what waits in it and how far it is; every number is a way to what it counts. */
export function CohortTable({ cohorts }: { readonly cohorts: readonly DeskCohort[] }) {
  return (
    <div className={styles.cohorts}>
      <DataTable caption="What waits in each, and how far its people are" isStacked>
        <thead>
          <tr>
            <th scope="col">Cohort</th>
            <th scope="col" data-numeric>
              Learners
            </th>
            <th scope="col" data-numeric>
              Need somebody
            </th>
            <th scope="col" data-numeric>
              Drafts wait
            </th>
            <th scope="col" data-numeric>
              Appeals
            </th>
            <th scope="col" className={styles.far}>
              How far
            </th>
          </tr>
        </thead>
        <tbody>
          {cohorts.map((cohort) => (
            <Row key={cohort.id} cohort={cohort} />
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}

function Row({ cohort }: { readonly cohort: DeskCohort }) {
  const { id, name, learners, figures } = cohort;
  const to = (view: string) => `/instructor/cohorts/${id}/${view}`;
  return (
    <tr>
      <th scope="row" className={styles.name}>
        <Link href={`/instructor/cohorts/${id}`} prefetch={false}>
          {name}
        </Link>
        <Roster cohort={cohort} />
      </th>
      <td data-numeric data-label="Learners">
        {sayCount(learners)}
      </td>
      <Figure
        label="Need somebody"
        count={figures.state === 'counted' ? figures.summary.atRisk : null}
        href={to('risk')}
        name={name}
      />
      <Figure label="Drafts wait" count={cohort.waiting} href={to('reviews')} name={name} />
      <Figure label="Appeals" count={cohort.appeals} href={to('appeals')} name={name} />
      <td data-label="How far" className={styles.far}>
        <Far cohort={cohort} />
      </td>
    </tr>
  );
}

interface FigureProps {
  readonly label: string;
  readonly count: number | null;
  readonly href: string;
  readonly name: string;
}

/** A number that leads to what it counts; nought is quiet and leads nowhere. */
function Figure({ label, count, href, name }: FigureProps) {
  return (
    <td data-numeric data-label={label}>
      {count === null ? <span className={styles.quiet}>–</span> : null}
      {count === 0 ? <span className={styles.quiet}>0</span> : null}
      {count ? (
        <Link href={href as Route} prefetch={false} className={styles.figure}>
          {sayCount(count)}
          <VisuallyHidden>
            {' '}
            in {name}: {label.toLowerCase()}
          </VisuallyHidden>
        </Link>
      ) : null}
    </td>
  );
}

/** Who runs it, and what is open; the number of learners has a column of its own. */
function Roster({
  cohort: { instructors, reviewers, leads, openInvites, archivedAt },
}: {
  readonly cohort: DeskCohort;
}) {
  const say = (count: number, one: string) => (count === 0 ? [] : [`${count} ${count === 1 ? one : `${one}s`}`]);
  const words = [
    ...say(instructors, 'instructor'),
    ...say(reviewers, 'reviewer'),
    ...say(leads, 'lead'),
    ...say(openInvites, 'open invitation'),
  ];
  return (
    <span className={styles.roster}>
      {words.join(', ')} {archivedAt === null ? null : <Tag>Archived</Tag>}
    </span>
  );
}

function Far({ cohort: { id, learners, archivedAt, figures } }: { readonly cohort: DeskCohort }) {
  if (figures.state === 'counted' && figures.summary.people > 0)
    return <Reach funnel={figures.summary.funnel} people={figures.summary.people} />;
  if (figures.state === 'counting')
    return (
      <span className={styles.quiet}>
        being counted: {sayCount(figures.read)} of {sayCount(figures.people)}
      </span>
    );
  if (learners > 0 || archivedAt !== null) return <span className={styles.quiet}>–</span>;
  return figures.state === 'none' ? (
    <span className={styles.quiet}>nobody yet</span>
  ) : (
    <Link href={`/instructor/cohorts/${id}/invites`} prefetch={false}>
      Invite people
    </Link>
  );
}
