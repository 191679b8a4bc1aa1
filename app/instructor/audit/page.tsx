import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import styles from '@/components/cohort/cohort.module.css';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { Empty } from '@/components/ui/empty';
import { Field } from '@/components/ui/field';
import { LinkButton } from '@/components/ui/link-button';
import { LocalTime } from '@/components/ui/local-time';
import { type ActFilter, ActFilterSchema, type ActLine } from '@/schemas/audit';
import { InstantSchema } from '@/schemas/ids';
import { currentActor } from '@/server/actor';
import { type ActPlace, selectActKinds, selectActs } from '@/server/acts/select-acts';
import { selectCohorts } from '@/server/cohorts/cohorts';
import page from '../instructor.module.css';

export const metadata: Metadata = { title: 'Record of acts' };

type Query = Readonly<Record<string, string | string[] | undefined>>;

const EVERYTHING: ActFilter = { act: null, person: null, cohortId: null, from: null, until: null };

/** Words of the address that mean nothing are as if they were not there. */
function readFilter({ act, person, cohort, from, until }: Query): ActFilter {
  const read = ActFilterSchema.safeParse({
    act: act || null,
    person: person || null,
    cohortId: cohort || null,
    from: from || null,
    until: until || null,
  });
  return read.success ? read.data : EVERYTHING;
}

function readPlace({ at, id }: Query): ActPlace | null {
  const read = InstantSchema.safeParse(Number(at));
  return typeof at === 'string' && typeof id === 'string' && read.success ? { at: read.data, id } : null;
}

function toQuery({ act, person, cohortId, from, until }: ActFilter): URLSearchParams {
  const parts = { act, person, cohort: cohortId, from, until };
  return new URLSearchParams(Object.entries(parts).flatMap(([key, value]) => (value ? [[key, value]] : [])));
}

export default async function AuditPage({ searchParams }: { readonly searchParams: Promise<Query> }) {
  const actor = await currentActor();
  if (!actor) return <SignInHint what="The record of acts is for those who run the course." />;
  if (actor.teaches.length === 0) notFound();
  const query = await searchParams;
  const [filter, place] = [readFilter(query), readPlace(query)];
  const [found, kinds, cohorts] = await Promise.all([
    selectActs(actor, filter, place),
    selectActKinds(actor),
    selectCohorts(actor),
  ]);
  const onwards =
    found.next &&
    new URLSearchParams({ ...Object.fromEntries(toQuery(filter)), at: String(found.next.at), id: found.next.id });
  return (
    <div className={page.page}>
      <header className={styles.head}>
        <h1>Record of acts</h1>
        <p className={page.note}>
          Every override, export, change of a role and look at a person’s text, in{' '}
          {actor.isOwner ? 'all cohorts' : 'the cohorts that you run'}. Lines are added and never changed.
        </p>
      </header>
      <Filter filter={filter} kinds={kinds} cohorts={cohorts} />
      {found.lines.length === 0 ? (
        <Empty>
          <p>{place || toQuery(filter).size > 0 ? 'No line fits.' : 'Nothing has happened yet.'}</p>
        </Empty>
      ) : (
        <Lines lines={found.lines} />
      )}
      <div className={styles.pages}>
        {place ? <LinkButton href={`/instructor/audit?${toQuery(filter)}`}>Newest</LinkButton> : null}
        {onwards ? <LinkButton href={`/instructor/audit?${onwards}`}>Older</LinkButton> : null}
        {found.lines.length > 0 ? (
          <a href={`/api/acts?${toQuery(filter)}`} download="acts.csv">
            These lines as a file for a spreadsheet
          </a>
        ) : null}
      </div>
    </div>
  );
}

function Lines({ lines }: { readonly lines: readonly ActLine[] }) {
  return (
    <DataTable caption="Newest first" isStacked>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">Did what</th>
          <th scope="col">About</th>
          <th scope="col">Cohort</th>
          <th scope="col">More</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, at, actorName, act, subjectId, subjectName, cohortName, details }) => (
          <tr key={id}>
            <td>
              <LocalTime at={at} style="stamp" />
            </td>
            <th scope="row">{actorName}</th>
            <td>
              <span className={styles.mono}>{act}</span>
            </td>
            <Told label="About" text={subjectId === null ? '' : (subjectName ?? 'somebody who has left')} />
            <Told label="Cohort" text={cohortName ?? ''} />
            <Told label="More" text={details} />
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** A cell that has a name on a phone, and no name where it has nothing to tell. */
function Told({ label, text }: { readonly label: string; readonly text: string }) {
  if (text === '') return <td />;
  return (
    <td data-label={label} className={styles.told}>
      {text}
    </td>
  );
}

interface FilterProps {
  readonly filter: ActFilter;
  readonly kinds: readonly string[];
  readonly cohorts: readonly { readonly id: string; readonly name: string }[];
}

/** A plain GET form: what is shown is the address. */
function Filter({ filter, kinds, cohorts }: FilterProps) {
  return (
    <search>
      <form action="/instructor/audit" method="get" className={styles.row} aria-label="Find lines">
        <Field label="Act">
          {(control) => (
            <select {...control} name="act" defaultValue={filter.act ?? ''}>
              <option value="">All</option>
              {kinds.map((kind) => (
                <option key={kind}>{kind}</option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Cohort">
          {(control) => (
            <select {...control} name="cohort" defaultValue={filter.cohortId ?? ''}>
              <option value="">All</option>
              {cohorts.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Person">
          {(control) => (
            <input {...control} name="person" type="search" defaultValue={filter.person ?? ''} maxLength={120} />
          )}
        </Field>
        <Field label="From (UTC)">
          {(control) => <input {...control} name="from" type="date" defaultValue={filter.from ?? ''} />}
        </Field>
        <Field label="Until (UTC)">
          {(control) => <input {...control} name="until" type="date" defaultValue={filter.until ?? ''} />}
        </Field>
        <Button type="submit">Show</Button>
      </form>
    </search>
  );
}
