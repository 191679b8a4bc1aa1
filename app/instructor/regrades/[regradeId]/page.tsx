import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { RegradeProgress } from '@/components/regrades/regrade-progress';
import { RegradeSteps } from '@/components/regrades/regrade-steps';
import { RegradeTable } from '@/components/regrades/regrade-table';
import { isWorking, KIND_WORDS, regradePath, STATUS_WORDS } from '@/components/regrades/regrade-words';
import regradeStyles from '@/components/regrades/regrades.module.css';
import { Button } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { Field } from '@/components/ui/field';
import { LinkButton } from '@/components/ui/link-button';
import { LocalTime } from '@/components/ui/local-time';
import { Notice } from '@/components/ui/notice';
import { RegradeIdSchema } from '@/schemas/ids';
import { type RegradeFilter, RegradeFilterSchema, type RegradeView } from '@/schemas/regrade';
import { currentActor } from '@/server/actor';
import { cohortsWith } from '@/server/authority';
import { LINES_A_PAGE, selectRegrade } from '@/server/regrades/select-regrades';
import styles from '../../instructor.module.css';

export const metadata: Metadata = { title: 'Regrade' };

type Query = Readonly<Record<string, string | string[] | undefined>>;

interface RegradePageProps {
  readonly params: Promise<{ regradeId: string }>;
  readonly searchParams: Promise<Query>;
}

const SHOW_WORDS = {
  moves: 'Whoever moves',
  up: 'Who rises',
  down: 'Who falls',
  held: 'Held out',
  left: 'Left over, with a problem',
  all: 'Whoever moves, and problems',
} as const;

/** Words of the address that mean nothing are as if they were not there. */
function readFilter({ show, scenario, page }: Query): RegradeFilter {
  const asked = { show: show || 'moves', scenarioId: scenario || null, page: Number(page ?? 1) };
  const read = RegradeFilterSchema.safeParse(asked);
  return read.success ? read.data : { show: 'moves', scenarioId: null, page: 1 };
}

export default async function RegradePage({ params, searchParams }: RegradePageProps) {
  const id = RegradeIdSchema.safeParse((await params).regradeId);
  const actor = await currentActor();
  if (!actor) return <SignInHint what="A regrade shows other people’s work." />;
  if (!id.success || cohortsWith(actor, 'manage').length === 0) notFound();
  const filter = readFilter(await searchParams);
  const view = await selectRegrade(actor, id.data, filter);
  if (!view) notFound();
  const isNothing = view.status === 'ready' && sum(view.counts) === 0;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <p>
          <Link href="/instructor/regrades">Regrades</Link>
        </p>
        <h1>
          {KIND_WORDS[view.kind]}: {view.cohortName ?? 'all cohorts'}
        </h1>
        <p className={styles.note}>
          Asked for on <LocalTime at={view.createdAt} />. {view.reason}
        </p>
      </header>
      <section className={styles.section} aria-labelledby="state-heading">
        <h2 id="state-heading">{STATUS_WORDS[view.status]}</h2>
        {isNothing ? <NothingToMove looked={view.looked} /> : <State view={view} />}
        <RegradeSteps key={view.version} {...{ view, isNothing }} failed={view.counts.failed ?? 0} />
      </section>
      {isNothing ? null : (
        <section className={styles.section} aria-labelledby="lines-heading">
          <h2 id="lines-heading">{view.shown === 1 ? '1 draft' : `${view.shown} drafts`}</h2>
          <Filter view={view} filter={filter} />
          {view.lines.length > 0 ? <RegradeTable view={view} /> : <p className={styles.note}>None fits.</p>}
          <Pages view={view} filter={filter} />
        </section>
      )}
    </div>
  );
}

function NothingToMove({ looked }: { readonly looked: number }) {
  return (
    <Empty>
      <p>
        Of {looked === 1 ? 'one draft' : `${looked} drafts`} looked at, none was graded by another rubric or grader than
        today’s. There is nothing to apply.
      </p>
    </Empty>
  );
}

const FIGURE_WORDS = {
  ahead: { up: 'would rise', down: 'would fall', held: 'held out' },
  done: { up: 'rose', down: 'fell', held: 'were held out' },
  undone: { up: 'had risen', down: 'had fallen', held: 'had been held out' },
} as const;

function tenseOf(status: RegradeView['status']): keyof typeof FIGURE_WORDS {
  if (status === 'applied' || status === 'undoing') return 'done';
  return status === 'undone' ? 'undone' : 'ahead';
}

const sum = (counts: RegradeView['counts']) => Object.values(counts).reduce((total, count) => total + count, 0);

function State({ view }: { readonly view: RegradeView }) {
  const { counts, unmoved, up, down, held, looked } = view;
  const total = sum(counts);
  const left = (counts['changed-since'] ?? 0) + (counts['not-undone'] ?? 0) + (counts.failed ?? 0);
  const doing = view.status === 'undoing' ? (counts.applied ?? 0) : (counts.waiting ?? counts.graded ?? 0);
  const words = FIGURE_WORDS[tenseOf(view.status)];
  const progress =
    view.status === 'collecting'
      ? `${looked} drafts looked at, ${total} to grade`
      : `${total - doing} of ${total} done`;
  return (
    <>
      {view.isStale ? (
        <Notice kind="caution" title="Rubrics or grader changed since this preview was made.">
          <p>It cannot be applied any more. Drop it and make a new one.</p>
        </Notice>
      ) : null}
      {isWorking(view.status) ? <RegradeProgress regradeId={view.id} words={progress} /> : null}
      <dl className={regradeStyles.figures}>
        <Figure words={view.kind === 'appeal' ? 'say the same' : 'graded anew'} value={total} />
        {unmoved > 0 ? <Figure words="stay as they are" value={unmoved} /> : null}
        <Figure words={words.up} value={up} />
        <Figure words={words.down} value={view.neverLowerOverall ? 0 : down} />
        <Figure words={words.held} value={held} />
        {left > 0 ? <Figure words="left over, with a problem" value={left} /> : null}
      </dl>
    </>
  );
}

function Figure({ words, value }: { readonly words: string; readonly value: number }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** A plain GET form: the filter is the address. */
function Filter({ view, filter }: { readonly view: RegradeView; readonly filter: RegradeFilter }) {
  return (
    <search>
      <form action={regradePath(view.id)} method="get" className={regradeStyles.filter} aria-label="Filter the drafts">
        <Field label="Show">
          {(control) => (
            <select {...control} name="show" defaultValue={filter.show}>
              {Object.entries(SHOW_WORDS).map(([show, words]) => (
                <option key={show} value={show}>
                  {words}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Exercise">
          {(control) => (
            <select {...control} name="scenario" defaultValue={filter.scenarioId ?? ''}>
              <option value="">All</option>
              {view.scenarios.map((scenarioId) => (
                <option key={scenarioId}>{scenarioId}</option>
              ))}
            </select>
          )}
        </Field>
        <Button type="submit">Show</Button>
      </form>
    </search>
  );
}

function Pages({ view, filter }: { readonly view: RegradeView; readonly filter: RegradeFilter }) {
  const { page, show, scenarioId } = filter;
  const last = Math.ceil(view.shown / LINES_A_PAGE);
  if (last <= 1) return null;
  const to = (other: number) =>
    `${regradePath(view.id)}?show=${show}&scenario=${scenarioId ?? ''}&page=${other}` as const;
  return (
    <div className={regradeStyles.bar}>
      {page > 1 ? <LinkButton href={to(page - 1)}>Before</LinkButton> : null}
      <span>
        Page {page} of {last}
      </span>
      {page < last ? <LinkButton href={to(page + 1)}>Next</LinkButton> : null}
    </div>
  );
}
