import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { personName } from '@/components/instructor/person-name';
import { PressedAt } from '@/components/instructor/pressed-at';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { StaffGrade } from '@/components/instructor/staff-grade';
import { Waiting } from '@/components/result/waiting';
import { LocalTime } from '@/components/ui/local-time';
import { getCourse } from '@/course/course';
import { SubmissionIdSchema } from '@/schemas/ids';
import { currentActor } from '@/server/actor';
import { recordOncePerHour } from '@/server/dashboard/record-view';
import { database } from '@/server/db/database';
import { selectStaffResult } from '@/server/instructor';
import styles from '../../instructor.module.css';
import { ExerciseAgreement } from './exercise-agreement';

export const metadata: Metadata = { title: 'A graded draft' };

interface StaffResultPageProps {
  readonly params: Promise<{ submissionId: string }>;
}

export default async function StaffResultPage({ params }: StaffResultPageProps) {
  const id = SubmissionIdSchema.safeParse((await params).submissionId);
  const actor = await currentActor();
  if (!actor) return <SignInHint what="The instructor’s pages show other people’s work." />;
  if (!id.success || actor.teaches.length === 0) notFound();
  const result = await selectStaffResult(actor, id.data);
  if (!result) notFound();
  await recordOncePerHour(database(), actor, {
    act: 'text.viewed',
    subjectId: result.learner.id,
    details: { submission: result.submissionId },
  });
  const { outline } = await getCourse();
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <p>
          <Link href={`/instructor/learners/${result.learner.id}`}>
            {personName({ ...result.learner, learnerId: result.learner.id })}
          </Link>
        </p>
        <h1>{result.scenarioTitle}</h1>
        <p className={styles.note}>
          {result.scenarioId}, draft {result.number}, handed in <LocalTime at={result.submittedAt} />
          <PressedAt {...result} />
        </p>
      </header>
      {result.grade ? (
        <StaffGrade
          result={result}
          grade={result.grade}
          passMark={outline.passing.exerciseOverall}
          agreement={
            <Suspense fallback="Grading the marked samples of this exercise, to say how far the grader agrees with them …">
              <ExerciseAgreement actor={actor} scenarioId={result.scenarioId} />
            </Suspense>
          }
        />
      ) : (
        <Waiting />
      )}
    </div>
  );
}
