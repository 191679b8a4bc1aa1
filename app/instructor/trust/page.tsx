import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import styles from '@/components/analysis/analysis.module.css';
import { CohortField } from '@/components/analysis/cohort-field';
import { CountedNote, Counting } from '@/components/analysis/counted-note';
import { Figure } from '@/components/analysis/figure';
import { LeftOutNote } from '@/components/analysis/left-out-note';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { MarkedGroupView } from '@/components/trust/marked-group-view';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { sayCount } from '@/components/ui/say-count';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import type { Course } from '@/schemas/course';
import type { TrustFigures } from '@/schemas/trust';
import { currentActor } from '@/server/actor';
import { leftOutOf, selectManagedCohorts } from '@/server/analysis/managed-cohorts';
import { selectSampleFigures, selectTrustFigures } from '@/server/analysis/trust-figures';
import pageStyles from '../instructor.module.css';

export const metadata: Metadata = { title: 'How far to trust the grader' };

interface TrustPageProps {
  readonly searchParams: Promise<{ cohort?: string | string[] }>;
}

/** Titles of exercises and criteria; the id where the content no longer has it. */
function titlesOf(course: Course) {
  return {
    exerciseTitle: (id: string) => `${id} ${selectOptionalExercise(course, id)?.scenario.title ?? ''}`.trim(),
    criterionTitle: (scenarioId: string, id: string) =>
      selectOptionalExercise(course, scenarioId)?.rubric.criteria.find((one) => one.id === id)?.title ?? id,
  };
}

export default async function TrustPage({ searchParams }: TrustPageProps) {
  const actor = await currentActor();
  if (!actor) return <SignInHint what="The instructor’s pages show other people’s work." />;
  const [cohorts, course] = await Promise.all([selectManagedCohorts(actor), getCourse()]);
  if (cohorts.length === 0) notFound();
  const { cohort } = await searchParams;
  const cohortId = cohorts.find(({ id }) => id === cohort)?.id ?? null;
  const [kept, samples] = await Promise.all([selectTrustFigures(actor, cohortId), selectSampleFigures(actor)]);
  const titles = titlesOf(course);
  return (
    <div className={pageStyles.page}>
      <header className={pageStyles.head}>
        <h1>How far to trust the grader</h1>
        <p className={pageStyles.note}>
          Its levels held against those of people. {kept.status === 'counted' ? <CountedNote {...kept} /> : null}
        </p>
        <p>
          <LinkButton href="/instructor/trust/calibration">Mark ten answers blind</LinkButton>
        </p>
      </header>
      <search>
        <form action="/instructor/trust" method="get" className={styles.form} aria-label="Choose a cohort">
          <CohortField cohorts={cohorts} chosen={cohortId} />
          <div className={styles.actions}>
            <Button type="submit" kind="primary">
              Show
            </Button>
          </div>
        </form>
      </search>
      <LeftOutNote cohort={cohortId === null ? leftOutOf(cohorts) : null} path="/instructor/trust" />
      {kept.status === 'counting' ? <Counting /> : <Decided figures={kept.data} titles={titles} />}
      <section className={pageStyles.section} aria-labelledby="samples-heading">
        <h2 id="samples-heading">On the samples that come with the course</h2>
        <p className={pageStyles.note}>
          Answers written to try the grader, marked by this project. Its weights were fitted on them, so on answers that
          it has not seen it agrees less; this is the upper end.
        </p>
        {samples.status === 'counting' ? (
          <Counting />
        ) : (
          <MarkedGroupView id="samples" group={samples.data} {...titles} other="reference" />
        )}
      </section>
      <HowToRead />
    </div>
  );
}

interface DecidedProps {
  readonly figures: TrustFigures;
  readonly titles: ReturnType<typeof titlesOf>;
}

function Decided({ figures, titles }: DecidedProps) {
  const { decided, sampled, graded } = figures;
  return (
    <>
      <section className={pageStyles.section} aria-labelledby="decided-heading">
        <h2 id="decided-heading">On drafts that a person decided</h2>
        {decided.n === 0 ? (
          <p className={pageStyles.note}>
            Nobody has confirmed or changed a grade yet;{' '}
            {graded === 1 ? '1 draft was' : `${sayCount(graded)} drafts were`} handed in. Figures appear from ten
            decided drafts on. Until then the samples below are all there is.
          </p>
        ) : (
          <>
            <p className={pageStyles.note}>
              {decided.n} of {graded} drafts handed in. Mostly those that the grader itself was unsure of, so these
              figures are worse than its work as a whole. What was confirmed counts as agreement; a reviewer who sees
              the machine’s level first tends to agree with it.
            </p>
            <MarkedGroupView id="decided" group={decided} {...titles} other="person">
              <div>
                <dt>Changed by a person</dt>
                <dd>
                  <Figure estimate={figures.overridden} style="share" />
                </dd>
              </div>
              <div>
                <dt>Decided on appeal</dt>
                <dd>{figures.appealed}</dd>
              </div>
              <div>
                <dt>Of those, changed</dt>
                <dd>
                  <Figure estimate={figures.upheld} style="share" />
                </dd>
              </div>
            </MarkedGroupView>
          </>
        )}
      </section>
      <section className={pageStyles.section} aria-labelledby="sampled-heading">
        <h2 id="sampled-heading">On drafts that chance chose</h2>
        {sampled.n === 0 ? (
          <p className={pageStyles.note}>
            No draft was looked at only because chance chose it. Those alone would say how the grader does in general.
          </p>
        ) : (
          <MarkedGroupView id="sampled" group={sampled} {...titles} other="person" />
        )}
      </section>
    </>
  );
}

function HowToRead() {
  return (
    <details className={styles.more}>
      <summary>How these figures are worked out</summary>
      <div className={pageStyles.note}>
        <p>
          <strong>Weighted kappa</strong> is agreement beyond chance: 1 is full, 0 is what chance gives, and two levels
          apart count four times as much as one (Cohen 1968). For one criterion its interval comes from the formula of
          Fleiss, Cohen and Everitt (1969). Criteria of one draft are not independent, so for exercises and for all
          together whole drafts are left out in turn (jackknife, Efron 1982). Two careful people reach 0.6 to 0.8 on
          such texts.
        </p>
        <p>
          <strong>Same level</strong> has Wilson’s 95 % interval (1927). Below ten drafts the page says “too few” and
          gives no number; “all alike” means that there was only one level to agree about.
        </p>
      </div>
    </details>
  );
}
