import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { exercisePath } from '@/components/paths';
import { SpaceView } from '@/components/space/space-view';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import { currentActor } from '@/server/actor';
import { selectDecisionSpace } from '@/server/space/select-space';
import styles from './page.module.css';

interface SpacePageProps {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: SpacePageProps): Promise<Metadata> {
  const exercise = selectOptionalExercise(await getCourse(), (await params).id);
  return { title: exercise ? `Decision space: ${exercise.scenario.title}` : 'Decision space' };
}

export default async function SpacePage({ params }: SpacePageProps) {
  const exercise = selectOptionalExercise(await getCourse(), (await params).id);
  if (!exercise) notFound();
  const actor = await currentActor();
  if (!actor) return <SignInHint what="The decision space opens to people who have worked on the exercise." />;
  const { id, title } = exercise.scenario;
  const space = await selectDecisionSpace(actor, id);
  if (space) return <SpaceView space={space} />;
  return (
    <div className={styles.page}>
      <h1>{title}: the decision space</h1>
      <Notice
        title="This is not open yet."
        actions={<LinkButton href={exercisePath(id)}>Go to the exercise</LinkButton>}
      >
        <p>
          Which answers hold, and where yours stands among them, opens when a draft has passed or with the third draft.
          Where a result still waits for your prediction, answer or skip that first.
        </p>
      </Notice>
    </div>
  );
}
