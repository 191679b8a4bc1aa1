import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { Facilitator } from '@/components/live/facilitator';
import styles from '@/components/live/live.module.css';
import { OpenRound } from '@/components/live/open-round';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import { toPublicScenario } from '@/schemas/scenario';
import { currentActor } from '@/server/actor';
import { selectManagedCohort } from '@/server/assignments/managed-cohort';
import { env } from '@/server/env';
import { originOfPage } from '@/server/http/same-origin';
import { selectOpenRound } from '@/server/live/rounds';
import page from '../../../../instructor.module.css';

export const metadata: Metadata = { title: 'Decide live' };

interface LivePageProps {
  readonly params: Promise<{ readonly cohortId: string; readonly scenarioId: string }>;
}

export default async function LivePage({ params }: LivePageProps) {
  const { cohortId, scenarioId } = await params;
  const actor = await currentActor();
  if (!actor) return <SignInHint what="The instructor’s pages show other people’s work." />;
  const cohort = await selectManagedCohort(actor, cohortId);
  const exercise = selectOptionalExercise(await getCourse(), scenarioId);
  if (!cohort || !exercise) notFound();
  const scenario = toPublicScenario(exercise.scenario);
  const round = await selectOpenRound(actor, cohort.id, scenario.id);
  const { title, brief, components } = scenario;
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>Decide together: {title}</h1>
        <p className={page.note}>
          Everybody decides alone, sees the split, argues, and decides again. Decisions are of this round only: they are
          deleted when it closes, and count for no grade.
        </p>
      </header>
      {round ? (
        <Facilitator
          key={round.roundId}
          cohortId={cohort.id}
          first={round}
          scenario={{ title, brief, components }}
          address={`${originOfPage(await headers(), env())}/live`}
        />
      ) : (
        <>
          <p className={page.note}>
            {cohort.name} has {cohort.learners} {cohort.learners === 1 ? 'learner' : 'learners'}. A reveal needs five
            decisions. Members open the address on the wall, on a phone or a laptop.
          </p>
          <ol className={styles.steps}>
            <li>
              <b>Decide, each alone.</b> The brief and a code stand on the wall; nobody sees another’s choice.
            </li>
            <li>
              <b>See the split.</b> From five decisions on, with the reasons in one line each, and never a name.
            </li>
            <li>
              <b>Argue.</b> One reason for each side, then what would change a mind.
            </li>
            <li>
              <b>Decide again.</b> Both splits stand on the wall, with how many changed their mind.
            </li>
          </ol>
          <OpenRound cohortId={cohort.id} scenarioId={scenario.id} />
        </>
      )}
    </div>
  );
}
