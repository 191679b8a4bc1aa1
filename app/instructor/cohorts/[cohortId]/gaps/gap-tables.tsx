import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { FEWEST_FOR_FIGURES } from '@/components/dashboard/fewest';
import { LevelBar } from '@/components/dashboard/level-bar';
import { DataTable } from '@/components/ui/data-table';
import { InlineText } from '@/components/ui/inline-text';
import { sayCount } from '@/components/ui/say-count';
import type { Course } from '@/schemas/course';
import type { BeliefGap } from '@/schemas/dashboard-view';
import type { CohortGapsView } from '@/server/dashboard/cohort-gaps';
import { selectStatement } from '@/server/dashboard/select-statement';
import page from '../../../instructor.module.css';

interface GapProps {
  readonly gaps: CohortGapsView;
  readonly course: Course;
}

function percent(part: number, whole: number): string {
  if (whole === 0) return '–';
  return whole < FEWEST_FOR_FIGURES ? `${part}\u00a0of\u00a0${whole}` : `${Math.round((part / whole) * 100)}\u00a0%`;
}

/** So many lines say where to begin; the export has the rest. */
const MOST = 15;

function Section({
  id,
  title,
  note,
  isEmpty,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}) {
  return (
    <section className={page.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className={page.note}>{isEmpty ? 'Nothing to count yet.' : note}</p>
      {isEmpty ? null : children}
    </section>
  );
}

function trend({ recent, recentOf, before, beforeOf }: BeliefGap): string {
  if (recentOf === 0) return 'no drafts lately';
  const now = percent(recent, recentOf);
  return beforeOf === 0 ? now : `${percent(before, beforeOf)}\u00a0→\u00a0${now}`;
}

/** Who believes what: how many hold it now, and whether it is on the way out. */
export function Beliefs({ gaps, course }: GapProps) {
  return (
    <Section
      id="beliefs"
      title="Beliefs that drafts show"
      note="Held: the latest draft of some exercise shows it. Trend: its share of the drafts of the four weeks before and of the last four."
      isEmpty={gaps.beliefs.length === 0}
    >
      <DataTable caption="Beliefs, most widely held first">
        <thead>
          <tr>
            <th scope="col">Belief</th>
            <th scope="col" data-numeric>
              Held by
            </th>
            <th scope="col" data-numeric>
              Trend
            </th>
          </tr>
        </thead>
        <tbody>
          {gaps.beliefs.slice(0, MOST).map((belief) => (
            <tr key={belief.misconceptionId}>
              <th scope="row">
                <Link
                  href={`/instructor/cohorts/${gaps.cohort.id}/gaps/${belief.misconceptionId}` as Route}
                  prefetch={false}
                >
                  {selectStatement(course, belief.misconceptionId)?.statement ?? belief.misconceptionId}
                </Link>
              </th>
              <td data-numeric>{sayCount(belief.holders)}</td>
              <td data-numeric>{trend(belief)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}

/** Criteria by the share of latest drafts that fully meet them. */
export function Criteria({ gaps, course }: GapProps) {
  const titles = new Map(
    course.exercises.flatMap(({ rubric }) => rubric.criteria.map(({ id, title }) => [String(id), title] as const)),
  );
  return (
    <Section
      id="criteria"
      title="Criteria"
      note="Of each person the latest draft of the exercise counts."
      isEmpty={gaps.criteria.length === 0}
    >
      <DataTable caption="Criteria, least often met first" isStacked>
        <thead>
          <tr>
            <th scope="col">Criterion</th>
            <th scope="col">From met to missing</th>
            <th scope="col" data-numeric>
              Met
            </th>
            <th scope="col" data-numeric>
              Partly
            </th>
            <th scope="col" data-numeric>
              Drafts
            </th>
          </tr>
        </thead>
        <tbody>
          {gaps.criteria.slice(0, MOST).map(({ criterionId, scenarioId, full, half, none }) => (
            <tr key={criterionId}>
              <th scope="row">
                <Link href={`/exercises/${scenarioId}` as Route} prefetch={false}>
                  {scenarioId}
                </Link>{' '}
                {titles.get(criterionId) ?? criterionId}
              </th>
              <td>
                <LevelBar full={full} half={half} none={none} />
              </td>
              <td data-numeric data-label="Met">
                {percent(full, full + half + none)}
              </td>
              <td data-numeric data-label="Partly">
                {percent(half, full + half + none)}
              </td>
              <td data-numeric data-label="Drafts">
                {sayCount(full + half + none)}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}

/** Objectives by the share of latest answers that are right. */
export function Objectives({ gaps, course }: GapProps) {
  const known = new Map(
    course.lessons.flatMap(({ lesson }) =>
      lesson.objectives.map(({ id, text }) => [String(id), { text, lesson }] as const),
    ),
  );
  const rows = gaps.objectives.flatMap((gap) => {
    const objective = known.get(gap.objectiveId);
    return objective ? [{ ...gap, ...objective }] : [];
  });
  return (
    <Section
      id="objectives"
      title="Objectives"
      note="Of each person the latest answer to each item that measures the objective counts."
      isEmpty={rows.length === 0}
    >
      <DataTable caption="Objectives, least often right first">
        <thead>
          <tr>
            <th scope="col">Objective</th>
            <th scope="col">Lesson</th>
            <th scope="col" data-numeric>
              Right
            </th>
            <th scope="col" data-numeric>
              People
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST).map(({ objectiveId, text, lesson, right, answers, people }) => (
            <tr key={objectiveId}>
              <th scope="row">{text}</th>
              <td>
                <Link href={`/lessons/${lesson.id}` as Route} prefetch={false}>
                  {lesson.title}
                </Link>
              </td>
              <td data-numeric>{percent(right, answers)}</td>
              <td data-numeric>{sayCount(people)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}

/** Options that many take instead of the right one, and how many of them were sure. */
export function WrongOptions({ gaps, course }: GapProps) {
  const items = new Map(
    course.lessons.flatMap(({ quiz }) => quiz.items.map((item) => [String(item.id), item] as const)),
  );
  const rows = gaps.wrongOptions.flatMap((option) => {
    const item = items.get(option.itemId);
    const taken = item?.type === 'single-choice' ? item.options.find(({ id }) => id === option.chosen) : undefined;
    return item && taken ? [{ ...option, stem: item.stem, text: taken.text }] : [];
  });
  return (
    <Section
      id="options"
      title="Wrong answers that many give"
      note="From three people on. Sure: how many of them said so."
      isEmpty={rows.length === 0}
    >
      <DataTable caption="Wrong options, most often taken first">
        <thead>
          <tr>
            <th scope="col">Item</th>
            <th scope="col">Taken instead</th>
            <th scope="col" data-numeric>
              By
            </th>
            <th scope="col" data-numeric>
              Sure
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ itemId, chosen, stem, text, people, answered, sure }) => (
            <tr key={`${itemId} ${chosen}`}>
              <th scope="row">
                <InlineText text={stem.split('\n')[0] ?? ''} />
              </th>
              <td>
                <InlineText text={text} />
              </td>
              <td data-numeric>{`${sayCount(people)}\u00a0of\u00a0${sayCount(answered)}`}</td>
              <td data-numeric>{sayCount(sure)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}
