import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { AssignedExerciseNote } from '@/components/assignments/assigned-exercise';
import { ExerciseFigures } from '@/components/attempt/figures-note';
import { StartOver } from '@/components/attempt/start-over';
import { Brief } from '@/components/exercise/brief';
import { GoodMarks } from '@/components/exercise/good-marks';
import { HandInList } from '@/components/exercise/hand-in-list';
import { Workbench } from '@/components/exercise/workbench';
import { Hints } from '@/components/hints/hints';
import { comparePath } from '@/components/paths';
import { sayDuration } from '@/components/ui/duration';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import { toPublicScenario } from '@/schemas/scenario';
import { currentActor } from '@/server/actor';
import { selectAssignedExercise } from '@/server/assignments/own';
import { selectExerciseNow } from '@/server/attempts/select-figures';
import { STUDY_SEED_COOKIE } from '@/server/attempts/study-seed-cookie';
import { selectDraft } from '@/server/drafts';
import { selectHints } from '@/server/hints';
import { selectOpinionOffer } from '@/server/judge/request-opinion';
import { selectPreferences } from '@/server/preferences';
import { selectRevision } from '@/server/revision';
import { selectHandIns } from '@/server/submissions';
import styles from './page.module.css';

interface ExercisePageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<{ revise?: string | string[] }>;
}

export async function generateMetadata({ params }: Pick<ExercisePageProps, 'params'>): Promise<Metadata> {
  const exercise = selectOptionalExercise(await getCourse(), (await params).id);
  return { title: exercise?.scenario.title ?? 'No such exercise' };
}

export default async function ExercisePage({ params, searchParams }: ExercisePageProps) {
  const exercise = selectOptionalExercise(await getCourse(), (await params).id);
  if (!exercise) notFound();
  const actor = await currentActor();
  const { revise } = await searchParams;
  const now = await selectExerciseNow(actor, exercise, (await cookies()).get(STUDY_SEED_COOKIE)?.value);
  const scenario = toPublicScenario(now.exercise.scenario);
  const [stored, handIns, preferences, opinion, hints, revision, assigned] = await Promise.all([
    actor ? selectDraft(actor, scenario.id) : null,
    actor ? selectHandIns(actor, scenario.id) : [],
    selectPreferences(actor),
    selectOpinionOffer(actor),
    selectHints(actor, scenario.id),
    actor && typeof revise === 'string' ? selectRevision(actor, scenario.id, revise) : null,
    selectAssignedExercise(actor, scenario.id),
  ]);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <p className={styles.eyebrow}>
          Exercise {scenario.id}, {scenario.category}, difficulty {scenario.difficulty} of 5, about{' '}
          {sayDuration(exercise.minutes)}
        </p>
        <h1>{scenario.title}</h1>
        <AssignedExerciseNote assigned={assigned} />
        {handIns.length > 0 ? (
          <details className={styles.earlier}>
            <summary>{handIns.length === 1 ? 'One draft handed in' : `${handIns.length} drafts handed in`}</summary>
            <HandInList handIns={handIns} />
            {handIns.length > 1 ? <Link href={comparePath(scenario.id)}>Compare two drafts</Link> : null}
          </details>
        ) : null}
        {actor && now.hasOthers && now.hasHandIn ? (
          <StartOver scenarioId={scenario.id} learnerId={actor.learnerId} attempt={now.attempt} />
        ) : null}
        <ExerciseFigures attempt={now.attempt} isReplaced={now.isReplaced} isChanged={now.isChanged} />
      </header>
      <Workbench
        scenarioId={scenario.id}
        components={scenario.components}
        reader={actor && { learnerId: actor.learnerId, isGuest: actor.isGuest }}
        stored={stored}
        draftNumber={handIns.length + 1}
        attempt={now.attempt}
        preferredEditor={preferences.editor}
        opinion={opinion}
        brief={<Brief scenario={scenario} />}
        marks={
          <>
            <GoodMarks />
            <Hints scenarioId={scenario.id} hints={hints} />
          </>
        }
        revision={revision}
      />
    </div>
  );
}
