import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { PlacementRunner } from '@/components/placement/placement-runner';
import { getCourse } from '@/course/course';
import { selectPlacedItems } from '@/course/select';
import { placementMinutes } from '@/grader/estimate-minutes';
import { currentActor } from '@/server/actor';
import { selectPlacementView } from '@/server/placement';
import styles from './placement-page.module.css';

export const metadata: Metadata = { title: 'Where to start' };

export default async function PlacementPage() {
  const placed = selectPlacedItems(await getCourse());
  if (placed.length === 0) notFound();
  const view = await selectPlacementView(await currentActor());
  return (
    <div className={styles.page}>
      <p className={styles.eyebrow}>
        Placement · <Link href="/">All modules</Link>
      </p>
      <PlacementRunner
        facts={{ itemCount: placed.length, minutes: placementMinutes(placed.map(({ item }) => item.type)) }}
        initialView={view}
      />
    </div>
  );
}
