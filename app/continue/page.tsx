import { redirect } from 'next/navigation';
import { stepPath } from '@/components/home/step-path';
import { currentActor } from '@/server/actor';
import { selectProgress } from '@/server/progress';

/** An address for the exact next step, for the palette and for bookmarks; with nothing left it is the course home. */
export default async function ContinuePage() {
  const { next } = await selectProgress(await currentActor());
  redirect(next.type === 'done' ? '/' : stepPath(next));
}
