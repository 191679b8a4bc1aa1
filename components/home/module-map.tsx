'use client';

import Link from 'next/link';
import { Fragment } from 'react';
import { classNames } from '@/components/ui/class-names';
import { sayDuration } from '@/components/ui/duration';
import { Tag } from '@/components/ui/tag';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { ExerciseProgress, LessonProgress, Step } from '@/schemas/progress';
import { type ModuleEntry, moduleAnchor } from './module-entry';
import styles from './module-map.module.css';

const STATUS_TAG = {
  'in-preparation': <Tag>in preparation</Tag>,
  'not-started': <span className={styles.waits}>not started</span>,
  started: <Tag tone="accent">started</Tag>,
  complete: <Tag tone="met">complete</Tag>,
} as const;

interface ModuleMapProps {
  readonly modules: readonly ModuleEntry[];
  readonly next: Step;
}

/**
 * The modules like the contents of a book, with what is done and what does not exist yet. Open is the one with the
 * next step and whatever is under way; the others fold to a line, so that the whole course fits a look. It is rendered from
 * its entries in the browser too: they are a third of what its elements would weigh in the page. No link is fetched ahead.
 */
export function ModuleMap({ modules, next }: ModuleMapProps) {
  return (
    <ol className={styles.map}>
      {modules.map((entry, index) => (
        <li
          key={entry.id}
          id={moduleAnchor(index)}
          className={classNames(styles.module, entry.progress.status === 'in-preparation' && styles.waiting)}
        >
          <span className={styles.number} aria-hidden="true">
            {index + 1}
          </span>
          <div>
            <div className={styles.heading}>
              <h3 className={styles.title}>{entry.title}</h3>
              {STATUS_TAG[entry.progress.status]}
            </div>
            <p className={styles.aim}>{entry.aim}</p>
            <ModuleSize entry={entry} />
            {entry.progress.status === 'in-preparation' ? null : (
              <ModuleWork entry={entry} isOpen={entry.progress.status === 'started' || holds(entry, next)} />
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function ModuleSize({ entry }: { readonly entry: ModuleEntry }) {
  const { minutes, exercises, isOffPath } = entry;
  const parts = [
    ...(minutes > 0 ? [`About ${sayDuration(minutes)}${exercises.length > 0 ? ' with one exercise' : ''}.`] : []),
    ...(isOffPath ? ['Not on your path; open all the same.'] : []),
  ];
  return parts.length > 0 ? <p className={styles.size}>{parts.join(' ')}</p> : null;
}

function holds({ lessons, exercises }: ModuleEntry, next: Step): boolean {
  if (next.type === 'done') return false;
  if (next.type === 'exercise') return exercises.some(({ progress }) => progress.scenarioId === next.scenarioId);
  return lessons.some(({ progress }) => progress.lessonId === next.lessonId);
}

function sayContents({ lessons, exercises }: ModuleEntry): string {
  const counted = (count: number, noun: string) => (count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`]);
  const quizzes = lessons.filter(({ progress }) => progress.quiz.total > 0).length;
  return [
    ...counted(lessons.length, 'lesson'),
    ...(quizzes > 0 ? [quizzes === 1 ? '1 quiz' : `${quizzes} quizzes`] : []),
    ...counted(exercises.length, 'exercise'),
  ].join(', ');
}

function ModuleWork({ entry, isOpen }: { readonly entry: ModuleEntry; readonly isOpen: boolean }) {
  return (
    <details className={styles.contents} open={isOpen}>
      <summary>
        {sayContents(entry)}
        <VisuallyHidden> of {entry.title}</VisuallyHidden>
      </summary>
      <WorkList entry={entry} />
    </details>
  );
}

function WorkList({ entry }: { readonly entry: ModuleEntry }) {
  return (
    <ul className={styles.work}>
      {entry.lessons.map(({ title, minutes, progress }) => (
        <Fragment key={progress.lessonId}>
          <li>
            <span className={styles.kind}>Lesson</span>
            <span>
              <Link href={`/lessons/${progress.lessonId}`} prefetch={false}>
                {title}
              </Link>
            </span>
            <span className={classNames(styles.state, progress.isRead && styles.met)}>
              {progress.isRead ? '✓ read' : sayDuration(minutes.reading)}
            </span>
          </li>
          {progress.quiz.total > 0 ? (
            <li className={styles.under}>
              <span className={styles.kind}>Quiz</span>
              <span>
                <Link href={`/lessons/${progress.lessonId}/quiz`} prefetch={false} aria-label={`Quiz: ${title}`}>
                  {progress.quiz.total} items
                </Link>
              </span>
              <QuizState quiz={progress.quiz} minutes={minutes.quiz} />
            </li>
          ) : null}
        </Fragment>
      ))}
      {entry.exercises.map(({ title, minutes, progress }) => (
        <li key={progress.scenarioId}>
          <span className={styles.kind}>Exercise</span>
          <span>
            <Link href={`/exercises/${progress.scenarioId}`} prefetch={false}>
              {title}
            </Link>
          </span>
          <ExerciseState progress={progress} minutes={minutes} />
        </li>
      ))}
    </ul>
  );
}

function QuizState({ quiz, minutes }: { readonly quiz: LessonProgress['quiz']; readonly minutes: number }) {
  const share = `${quiz.right} of ${quiz.total} right`;
  if (quiz.isMastered) return <span className={classNames(styles.state, styles.met)}>✓ mastered, {share}</span>;
  return <span className={styles.state}>{quiz.isStarted ? share : sayDuration(minutes)}</span>;
}

function ExerciseState({ progress, minutes }: { readonly progress: ExerciseProgress; readonly minutes: number }) {
  const best = progress.bestOverall === null ? '' : `best ${Math.round(progress.bestOverall * 100)} %`;
  if (progress.isPassed) return <span className={classNames(styles.state, styles.met)}>✓ passed, {best}</span>;
  if (progress.handIns > 0) return <span className={styles.state}>{best || 'handed in'}</span>;
  return <span className={styles.state}>{progress.draftSavedAt === null ? sayDuration(minutes) : 'draft'}</span>;
}
