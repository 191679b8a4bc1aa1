import type { ReactNode } from 'react';
import { currentActor } from '@/server/actor';
import { isStaff } from '@/server/authority';
import { DeskNav } from './desk-nav';

/** Shows the way around; each page decides for itself who may read it. */
export default async function DeskLayout({ children }: { readonly children: ReactNode }) {
  const actor = await currentActor();
  return (
    <>
      {actor && isStaff(actor) ? <DeskNav actor={actor} /> : null}
      {children}
    </>
  );
}
