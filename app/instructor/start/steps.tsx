import type { Route } from 'next';
import Link from 'next/link';
import type { StartStep, StepState } from '@/components/start/steps';
import { LocalTime } from '@/components/ui/local-time';
import { FEWEST_FOR_DISCUSSION, type StartChecklist, type StartView } from '@/server/start/checklist';

/** The first week is for reading; what the grader doubts comes in after it. */
const QUEUE_AFTER_MS = 7 * 86_400_000;

const say = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

type Draft = Omit<StartStep, 'state'> & { readonly isDone: boolean };

/** The steps with their states: what is done, the first that is not, and those after it. */
export function toSteps(view: StartView, exercise: string): StartStep[] {
  const drafts = [cohortStep(view), ...(view.checklist ? stepsOf(view.checklist, exercise) : laterSteps())];
  const next = drafts.findIndex(({ isDone }) => !isDone);
  return drafts.map(({ isDone, ...step }, index) => {
    const state: StepState = isDone ? 'done' : index === next ? 'now' : 'later';
    return { ...step, state };
  });
}

function cohortStep({ checklist, mayMake }: StartView): Draft {
  return {
    id: 'cohort',
    title: 'Make a cohort',
    isDone: checklist !== null,
    standing: checklist
      ? `“${checklist.cohort.name}” is there.`
      : 'There is none yet, apart from everybody’s own pace.',
    body: mayMake ? (
      <Link href="/instructor/organisation">Organisation</Link>
    ) : (
      'Owners make cohorts. Ask yours, and to be made its instructor.'
    ),
  };
}

/** Before there is a cohort: what will come. */
function laterSteps(): Draft[] {
  const step = (id: string, title: string, body: string): Draft => ({ id, title, isDone: false, standing: '', body });
  return [
    step('invite', 'Invite people', 'By one link for all, or by a pasted list with a link for each.'),
    step('assign', 'Assign something', 'A path, modules or exercises, with a date.'),
    step('records', 'See the first records come in', 'Nothing to do but to look who has not begun.'),
    step('queue', 'Look at the review queue', 'About a week in: what the grader was not sure of.'),
    step('discuss', 'Hold a discussion', `Once ${FEWEST_FOR_DISCUSSION} people have decided the same case.`),
  ];
}

function stepsOf(checklist: StartChecklist, exercise: string): Draft[] {
  const to = (view: string): Route<`/instructor/cohorts/${string}`> =>
    `/instructor/cohorts/${checklist.cohort.id}/${view}`;
  const { learners, openInvites, assignments, writers } = checklist;
  return [
    {
      id: 'invite',
      title: 'Invite people',
      isDone: learners > 0,
      standing: `${say(learners, 'learner')} joined, ${say(openInvites, 'invitation')} open.`,
      body: (
        <>
          One link for all, or a pasted list with a link for each. <Link href={to('invites')}>Invitations</Link>. The
          text to send is below.
        </>
      ),
    },
    {
      id: 'assign',
      title: 'Assign something',
      isDone: assignments > 0,
      standing: assignments > 0 ? `${say(assignments, 'assignment')} in force.` : 'Nothing is assigned.',
      body: (
        <>
          Say what is due and when; the plan below is a beginning. <Link href={to('assignments')}>Assignments</Link>
        </>
      ),
    },
    {
      id: 'records',
      title: 'See the first records come in',
      isDone: writers > 0,
      standing: `${writers} of ${say(learners, 'learner')} handed in a record.`,
      body: (
        <>
          <Link href={to('overview')}>Progress</Link> says how far they are, <Link href={to('risk')}>At risk</Link> who
          has not begun and who is stuck.
        </>
      ),
    },
    queueStep(checklist, to('reviews')),
    discussStep(checklist, exercise),
  ];
}

function queueStep(
  { waiting, decided, firstOpensAt }: StartChecklist,
  href: Route<`/instructor/cohorts/${string}`>,
): Draft {
  return {
    id: 'queue',
    title: 'Look at the review queue',
    isDone: decided > 0,
    standing: `${say(waiting, 'draft')} ${waiting === 1 ? 'waits' : 'wait'} for a person, ${decided} decided.`,
    body: (
      <>
        {firstOpensAt === null ? (
          'About a week after the first assignment opens'
        ) : (
          <>
            From <LocalTime at={firstOpensAt + QUEUE_AFTER_MS} style="date" /> on, a week after the first assignment
            opens
          </>
        )}
        , plan a quarter of an hour for what the grader was not sure of. <Link href={href}>Review</Link>
      </>
    ),
  };
}

/** Whether it was held nobody can count: this says when there is something to talk about, and never that it is done. */
function discussStep({ discussion }: StartChecklist, exercise: string): Draft {
  const people = discussion?.people ?? 0;
  const isReady = people >= FEWEST_FOR_DISCUSSION;
  return {
    id: 'discuss',
    title: 'Hold a discussion',
    isDone: false,
    standing: isReady
      ? `Ready: ${people} people decided “${exercise}”.`
      : people > 0
        ? `${say(people, 'person', 'people')} decided “${exercise}”; it takes ${FEWEST_FOR_DISCUSSION}.`
        : `Nobody has decided a case yet; it takes ${FEWEST_FOR_DISCUSSION} people on the same one.`,
    body: 'Forty-five minutes on one case: where you split, what nobody mentioned, what would change a mind. The text to announce it is below.',
  };
}
