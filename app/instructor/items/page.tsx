import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import styles from '@/components/analysis/analysis.module.css';
import { CohortField } from '@/components/analysis/cohort-field';
import { CountedNote, Counting } from '@/components/analysis/counted-note';
import { type CriterionLine, CriterionTable } from '@/components/analysis/criterion-table';
import { type ItemLine, ItemTable } from '@/components/analysis/item-table';
import { LeftOutNote } from '@/components/analysis/left-out-note';
import { PROBLEM_WORDS } from '@/components/analysis/problem-words';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { LinkButton } from '@/components/ui/link-button';
import { getCourse } from '@/course/course';
import type { Course } from '@/schemas/course';
import { type ItemAnalysis, ItemProblemKindSchema } from '@/schemas/item-analysis';
import { currentActor } from '@/server/actor';
import { selectItemAnalysis } from '@/server/analysis/item-analysis';
import { leftOutOf, type ManagedCohort, selectManagedCohorts } from '@/server/analysis/managed-cohorts';
import { selectDeskReports } from '@/server/reports/report-desk';
import pageStyles from '../instructor.module.css';
import { type ItemFilter, toCriterionLines, toItemLines } from './item-lines';
import { Reliabilities } from './reliabilities';

export const metadata: Metadata = { title: 'Items to fix' };

interface ItemsPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Words of the address that mean nothing are as if they were not there; so is another's cohort. */
function readFilter(
  query: Awaited<ItemsPageProps['searchParams']>,
  cohorts: readonly ManagedCohort[],
  course: Course,
): ItemFilter {
  const problem = ItemProblemKindSchema.safeParse(query.problem);
  return {
    cohortId: cohorts.find(({ id }) => id === query.cohort)?.id ?? null,
    lessonId: course.lessons.find(({ lesson }) => lesson.id === query.lesson)?.lesson.id ?? null,
    problem: problem.success ? problem.data : null,
  };
}

export default async function ItemsPage({ searchParams }: ItemsPageProps) {
  const actor = await currentActor();
  if (!actor) return <SignInHint what="The instructor’s pages show other people’s work." />;
  const [cohorts, course] = await Promise.all([selectManagedCohorts(actor), getCourse()]);
  if (cohorts.length === 0) notFound();
  const filter = readFilter(await searchParams, cohorts, course);
  const [kept, reports] = await Promise.all([
    selectItemAnalysis(actor, filter.cohortId),
    selectDeskReports(actor, { status: null, lessonId: null }),
  ]);
  return (
    <div className={pageStyles.page}>
      <header className={pageStyles.head}>
        <h1>Items to fix</h1>
        <p className={pageStyles.note}>
          First attempts that were finished, and nothing else: whoever answers again has read the reasons.{' '}
          {kept.status === 'counted' ? <CountedNote {...kept} /> : null}
        </p>
      </header>
      <FilterForm filter={filter} cohorts={cohorts} course={course} />
      <LeftOutNote cohort={filter.cohortId === null ? leftOutOf(cohorts) : null} path="/instructor/items" />
      {kept.status === 'counting' ? (
        <Counting />
      ) : (
        <Figures course={course} analysis={kept.data} lines={toItemLines(course, kept.data, reports, filter)} />
      )}
    </div>
  );
}

interface FiguresProps {
  readonly course: Course;
  readonly analysis: ItemAnalysis;
  readonly lines: readonly ItemLine[];
}

function Figures({ course, analysis, lines }: FiguresProps) {
  const toFix = lines.filter(({ statistics, reports }) => statistics.problems.length > 0 || reports > 0);
  const others = lines.filter((line) => !toFix.includes(line) && line.statistics.figures.n > 0);
  const unanswered = lines.filter((line) => !toFix.includes(line) && line.statistics.figures.n === 0).length;
  return (
    <>
      <section className={pageStyles.section} aria-labelledby="fix-heading">
        <h2 id="fix-heading">
          {toFix.length === 0
            ? 'No item to look at'
            : toFix.length === 1
              ? '1 item to look at'
              : `${toFix.length} items to look at`}
        </h2>
        {toFix.length > 0 ? (
          <ItemTable caption="Worst first" lines={toFix} />
        ) : (
          <p className={pageStyles.note}>
            Nothing stands out. An item is named here only where chance alone does not explain its figures, or where
            somebody reported it; with few answers that takes a while.
          </p>
        )}
        {others.length > 0 ? (
          <details className={styles.more}>
            <summary>{others.length} others, in which nothing was found</summary>
            <ItemTable caption="Nothing found, or too few answers to tell" lines={others} />
          </details>
        ) : null}
        {unanswered > 0 ? (
          <p className={pageStyles.note}>{unanswered} items have no finished first attempt yet.</p>
        ) : null}
      </section>
      <section className={pageStyles.section} aria-labelledby="criteria-heading">
        <h2 id="criteria-heading">Criteria of the exercises</h2>
        <Criteria lines={toCriterionLines(course, analysis)} />
      </section>
      <Reliabilities course={course} analysis={analysis} />
    </>
  );
}

/** Those with a figure; where there are too few drafts for one, a row would say so six times over. */
function Criteria({ lines }: { readonly lines: readonly CriterionLine[] }) {
  const isTold = ({ statistics }: CriterionLine) =>
    statistics.problems.length > 0 || statistics.difficulty.type !== 'undefined';
  const told = lines.filter(isTold);
  const others = lines.filter((line) => !isTold(line));
  if (lines.length === 0) return <p className={pageStyles.note}>No draft has been graded yet.</p>;
  return (
    <>
      {told.length > 0 ? (
        <CriterionTable
          caption="Criteria, worst first: first drafts, at most the newest 500 of an exercise"
          lines={told}
        />
      ) : (
        <p className={pageStyles.note}>
          No exercise has enough first drafts for a figure yet; it takes ten for a share and thirty for discrimination.
        </p>
      )}
      {others.length > 0 ? (
        <details className={styles.more}>
          <summary>
            {others.length === 1 ? '1 criterion' : `${others.length} criteria`} with too few drafts to tell
          </summary>
          <CriterionTable caption="Too few first drafts to tell" lines={others} />
        </details>
      ) : null}
    </>
  );
}

interface FilterFormProps {
  readonly filter: ItemFilter;
  readonly cohorts: readonly ManagedCohort[];
  readonly course: Course;
}

/** A plain GET form: the filter is the address. */
function FilterForm({ filter, cohorts, course }: FilterFormProps) {
  const isFiltered = filter.cohortId !== null || filter.lessonId !== null || filter.problem !== null;
  return (
    <search>
      <form action="/instructor/items" method="get" className={styles.form} aria-label="Filter the items">
        <CohortField cohorts={cohorts} chosen={filter.cohortId} />
        <Field label="Lesson">
          {(control) => (
            <select {...control} name="lesson" defaultValue={filter.lessonId ?? ''}>
              <option value="">All</option>
              {course.lessons.map(({ lesson, module }) => (
                <option key={lesson.id} value={lesson.id}>
                  {module.id}: {lesson.title}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Why">
          {(control) => (
            <select {...control} name="problem" defaultValue={filter.problem ?? ''}>
              <option value="">Any reason</option>
              {ItemProblemKindSchema.options.map((kind) => (
                <option key={kind} value={kind}>
                  {PROBLEM_WORDS[kind].short}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div className={styles.actions}>
          <Button type="submit" kind="primary">
            Show
          </Button>
          {isFiltered ? <LinkButton href="/instructor/items">Clear</LinkButton> : null}
        </div>
      </form>
    </search>
  );
}
