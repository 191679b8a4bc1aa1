import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import styles from '@/components/cohort/cohort.module.css';
import { PersonChanges } from '@/components/cohort/person-changes';
import { ROLE_WORDS } from '@/components/cohort/role-words';
import { personName } from '@/components/instructor/person-name';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { LinkButton } from '@/components/ui/link-button';
import { LocalTime } from '@/components/ui/local-time';
import { sayCount } from '@/components/ui/say-count';
import { Tag } from '@/components/ui/tag';
import { currentActor } from '@/server/actor';
import { type CohortCard, selectCohort, selectCohorts } from '@/server/cohorts/cohorts';
import { type CohortPerson, type PeopleShown, selectPeople } from '@/server/cohorts/people';
import { SELF_PACED_COHORT } from '@/server/self-paced-cohort';
import page from '../../../instructor.module.css';

export const metadata: Metadata = { title: 'People of a cohort' };

interface PeoplePageProps {
  readonly params: Promise<{ readonly cohortId: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const SHOWN: Readonly<Record<PeopleShown, string>> = {
  active: 'Everybody in it',
  staff: 'With a role',
  withdrawn: 'Taken out',
};

function readQuery(query: Awaited<PeoplePageProps['searchParams']>) {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const shown: PeopleShown = query.show === 'staff' || query.show === 'withdrawn' ? query.show : 'active';
  return { shown, query: text(query.q).slice(0, 100), page: Number.parseInt(text(query.page), 10) || 1 };
}

export default async function PeoplePage({ params, searchParams }: PeoplePageProps) {
  const actor = await currentActor();
  if (!actor) return <SignInHint what="The people of a cohort are listed for those who run it." />;
  const cohort = await selectCohort(actor, (await params).cohortId, 'manage');
  if (!cohort) notFound();
  const asked = readQuery(await searchParams);
  const [found, cohorts] = await Promise.all([selectPeople(actor, cohort.id, asked), selectCohorts(actor)]);
  const others = cohorts
    .filter(({ id, archivedAt, isBuiltIn }) => id !== cohort.id && archivedAt === null && !isBuiltIn)
    .filter(({ id }) => actor.teaches.includes(id))
    .map(({ id, name }) => ({ id, name }));
  const at = (number: number) =>
    `/instructor/cohorts/${cohort.id}/people?${new URLSearchParams({ show: asked.shown, q: asked.query, page: String(number) })}` as const;
  return (
    <div className={page.page}>
      <h1>People</h1>
      <Filter cohort={cohort} shown={asked.shown} query={asked.query} />
      <section className={page.section} aria-labelledby="people-heading">
        <h2 id="people-heading">{found.total === 1 ? '1 person' : `${sayCount(found.total)} people`}</h2>
        {found.total === 0 ? (
          <Empty cohort={cohort} isFiltered={asked.query !== '' || asked.shown !== 'active'} />
        ) : null}
        <ul className={styles.list}>
          {found.people.map((person) => (
            <PersonRow key={person.learnerId} person={person} cohort={cohort} others={others} />
          ))}
        </ul>
        {found.pages > 1 ? (
          <nav className={styles.pages} aria-label="Pages">
            {found.page > 1 ? <LinkButton href={at(found.page - 1)}>Earlier in the alphabet</LinkButton> : null}
            <span className={styles.muted}>
              Page {found.page} of {found.pages}
            </span>
            {found.page < found.pages ? <LinkButton href={at(found.page + 1)}>Later in the alphabet</LinkButton> : null}
          </nav>
        ) : null}
      </section>
    </div>
  );
}

interface PersonRowProps {
  readonly person: CohortPerson;
  readonly cohort: CohortCard;
  readonly others: Parameters<typeof PersonChanges>[0]['others'];
}

function PersonRow({ person, cohort, others }: PersonRowProps) {
  const name = personName(person);
  return (
    <li className={styles.item}>
      <div>
        <span className={styles.name}>
          {person.learner === 'active' ? <Link href={`/instructor/learners/${person.learnerId}`}>{name}</Link> : name}
        </span>
        <span className={styles.muted}>
          {person.email ?? 'A guest, without an account'} · last here{' '}
          <LocalTime at={person.lastActiveAt} style="date" />
        </span>
      </div>
      <div className={styles.tags}>
        {person.learner === 'active' ? <Tag>Learner</Tag> : null}
        {person.learner === 'withdrawn' ? <Tag tone="partly">Taken out</Tag> : null}
        {person.roles.map((role) => (
          <Tag key={role} tone="accent">
            {ROLE_WORDS[role].name}
          </Tag>
        ))}
      </div>
      <PersonChanges
        cohort={{
          id: cohort.id,
          name: cohort.name,
          isArchived: cohort.archivedAt !== null,
          isBuiltIn: cohort.isBuiltIn,
        }}
        person={{
          id: person.learnerId,
          name,
          isGuest: person.isGuest,
          isDemo: person.isDemo,
          learner: person.learner,
          roles: person.roles,
        }}
        others={others}
      />
    </li>
  );
}

/** A plain GET form: what is shown is the address. */
function Filter({
  cohort,
  shown,
  query,
}: {
  readonly cohort: CohortCard;
  readonly shown: PeopleShown;
  readonly query: string;
}) {
  return (
    <search>
      <form
        action={`/instructor/cohorts/${cohort.id}/people`}
        method="get"
        className={styles.row}
        aria-label="Find people"
      >
        <Field label="Show">
          {(control) => (
            <select {...control} name="show" defaultValue={shown}>
              {Object.entries(SHOWN).map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Name or e-mail">
          {(control) => <input {...control} name="q" type="search" defaultValue={query} maxLength={100} />}
        </Field>
        <Button type="submit">Show</Button>
      </form>
    </search>
  );
}

function Empty({ cohort, isFiltered }: { readonly cohort: CohortCard; readonly isFiltered: boolean }) {
  if (isFiltered) return <p className={page.note}>Nobody fits. Show “Everybody in it” and empty the search.</p>;
  if (cohort.id === SELF_PACED_COHORT.id) return <p className={page.note}>Nobody has begun the course yet.</p>;
  return (
    <p className={page.note}>
      Nobody is here yet. <Link href={`/instructor/cohorts/${cohort.id}/invites`}>Invite people</Link>, or move them
      here from another cohort.
    </p>
  );
}
