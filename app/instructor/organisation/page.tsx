import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import styles from '@/components/cohort/cohort.module.css';
import { CohortActions } from '@/components/cohort/cohort-actions';
import { CohortFigures } from '@/components/cohort/cohort-figures';
import { NewCohort } from '@/components/cohort/new-cohort';
import { AppointOwner, DismissOwner, OrganisationName } from '@/components/cohort/organisation-forms';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { RetentionForm } from '@/components/retention/retention-form';
import { LocalTime } from '@/components/ui/local-time';
import { Tag } from '@/components/ui/tag';
import { currentActor } from '@/server/actor';
import { type CohortCard, selectCohorts } from '@/server/cohorts/cohorts';
import { type Owner, selectOrganisationName, selectOwners } from '@/server/cohorts/organisation';
import { readRetention } from '@/server/retention/read-retention';
import page from '../instructor.module.css';

export const metadata: Metadata = { title: 'Organisation' };

export default async function OrganisationPage() {
  const actor = await currentActor();
  if (!actor) return <SignInHint what="The organisation is run by its owners." />;
  if (!actor.isOwner) notFound();
  const [name, owners, cohorts, retention] = await Promise.all([
    selectOrganisationName(),
    selectOwners(actor),
    selectCohorts(actor),
    readRetention(),
  ]);
  return (
    <div className={page.page}>
      <header className={styles.head}>
        <h1>{name ?? 'Your organisation'}</h1>
        <p className={styles.muted}>
          Cohorts, and who runs all of them. Everything done here stands in the record of acts.
        </p>
      </header>
      <section className={page.section} aria-labelledby="cohorts-heading">
        <h2 id="cohorts-heading">Cohorts</h2>
        <NewCohort />
        <ul className={styles.list}>
          {cohorts.map((cohort) => (
            <CohortRow key={cohort.id} cohort={cohort} />
          ))}
        </ul>
      </section>
      <section className={page.section} aria-labelledby="owners-heading">
        <h2 id="owners-heading">Owners</h2>
        <ul className={styles.list}>
          {owners.map((owner) => (
            <OwnerRow key={owner.learnerId} owner={owner} isOnly={owners.length === 1} />
          ))}
        </ul>
        <AppointOwner />
      </section>
      <section className={page.section} aria-labelledby="kept-heading">
        <h2 id="kept-heading">How long data is kept</h2>
        <p className={styles.muted}>
          What no rule names is kept until its person or an owner deletes it. Learners read these rules on their account
          page.
        </p>
        <RetentionForm retention={retention} />
      </section>
      <section className={page.section} aria-labelledby="name-heading">
        <h2 id="name-heading">Name</h2>
        <OrganisationName name={name} />
      </section>
    </div>
  );
}

function CohortRow({ cohort }: { readonly cohort: CohortCard }) {
  const { id, name, archivedAt, isBuiltIn, learners, instructors, reviewers, leads, openInvites } = cohort;
  return (
    <li className={styles.item}>
      <div>
        <span className={styles.cohortName}>
          <Link href={`/instructor/cohorts/${id}`}>{name}</Link>
        </span>
        <CohortFigures cohort={cohort} />
      </div>
      <div className={styles.tags}>
        {archivedAt === null ? null : <Tag>Archived</Tag>}
        {isBuiltIn ? <Tag>Made by the course</Tag> : null}
      </div>
      {isBuiltIn ? (
        <span />
      ) : (
        <CohortActions
          id={id}
          name={name}
          isArchived={archivedAt !== null}
          enrolments={learners + instructors + reviewers + leads}
          openInvites={openInvites}
        />
      )}
    </li>
  );
}

function OwnerRow({ owner, isOnly }: { readonly owner: Owner; readonly isOnly: boolean }) {
  return (
    <li className={styles.item}>
      <div>
        <span className={styles.name}>{owner.name}</span>
        <span className={styles.muted}>{owner.email}</span>
      </div>
      <span className={styles.muted}>
        Since <LocalTime at={owner.since} style="date" />
      </span>
      {isOnly ? (
        <span className={styles.muted}>The only owner</span>
      ) : (
        <DismissOwner learnerId={owner.learnerId} name={owner.name} />
      )}
    </li>
  );
}
