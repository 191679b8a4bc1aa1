import type { Route } from 'next';
import Link from 'next/link';
import { Empty } from '../ui/empty';
import { LinkButton } from '../ui/link-button';
import { sayCount } from '../ui/say-count';
import styles from './desk.module.css';
import type { DeskTask } from './desk-cohort';

interface Words {
  readonly one: string;
  readonly many: string;
  /** The button, where this is the first thing to do. */
  readonly first: string;
}

const WORDS: Readonly<Record<DeskTask['kind'], Words>> = {
  appeals: { one: 'appeal waits for a ruling', many: 'appeals wait for a ruling', first: 'Look at what is disputed' },
  drafts: { one: 'draft waits for a person', many: 'drafts wait for a person', first: 'Begin with the drafts' },
  people: { one: 'person needs somebody', many: 'people need somebody', first: 'See who, and why' },
  reports: {
    one: 'report of a learner has no answer',
    many: 'reports of learners have no answer',
    first: 'Read what learners say',
  },
};

/** What needs the reader today, the most pressing first, and one button for that. */
export function Today({ tasks, hasLearners }: { readonly tasks: readonly DeskTask[]; readonly hasLearners: boolean }) {
  const [first] = tasks;
  if (!first)
    return (
      <Empty>
        <p>
          {hasLearners
            ? 'Nothing waits for you. What the grader is unsure of, what a learner disputes and who falls behind appear here.'
            : 'Nobody learns here yet. From a cohort to its first discussion it is six short steps.'}
        </p>
        {hasLearners ? null : (
          <p>
            <Link href="/instructor/start">Start with a group</Link>
          </p>
        )}
      </Empty>
    );
  return (
    <>
      <ul className={styles.tasks}>
        {tasks.map(({ kind, count, href, where }) => (
          <li key={kind}>
            <span className={styles.count}>{sayCount(count)}</span>
            <span className={styles.what}>
              <Link href={href as Route} prefetch={false}>
                {count === 1 ? WORDS[kind].one : WORDS[kind].many}
              </Link>
              {where === '' ? null : <span className={styles.where}>{where}</span>}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <LinkButton href={first.href as Route} kind="primary" prefetch={false}>
          {WORDS[first.kind].first}
        </LinkButton>
      </p>
    </>
  );
}
