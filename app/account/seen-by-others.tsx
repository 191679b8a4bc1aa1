import styles from '@/components/cohort/cohort.module.css';
import { WHAT_THEY_SEE } from '@/components/cohort/role-words';
import { personName } from '@/components/instructor/person-name';
import { LocalTime } from '@/components/ui/local-time';
import { Tag } from '@/components/ui/tag';
import type { Actor } from '@/server/actor';
import { type CohortSight, FEWEST_FOR_AVERAGES, selectOwnSight } from '@/server/cohorts/seen-by-others';
import account from './account.module.css';

const say = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** What each role sees of the reader, cohort by cohort, with the very figures that are shown to them. */
export async function SeenByOthers({ actor }: { readonly actor: Actor }) {
  const { cohorts, owners } = await selectOwnSight(actor);
  if (cohorts.length === 0) return null;
  return (
    <section className={account.part} aria-labelledby="seen">
      <h2 id="seen">What others see of me</h2>
      {cohorts.map((sight) => (
        <Sight key={sight.cohortId} sight={sight} learnerId={actor.learnerId} />
      ))}
      <p className={account.muted}>
        {owners.length > 0 ? `Owners (${owners.join(', ')}) see ${WHAT_THEY_SEE.owner.join('; ')}. ` : ''}
        Nobody sees {WHAT_THEY_SEE.nobody.join('; ')}. Other learners see nothing of you.
      </p>
    </section>
  );
}

function Sight({ sight, learnerId }: { readonly sight: CohortSight; readonly learnerId: Actor['learnerId'] }) {
  const { shown, instructors, reviewers, leads, learners } = sight;
  return (
    <div className={styles.form}>
      <h3 className={styles.cohortName}>
        {sight.cohortName} {sight.isArchived ? <Tag>Archived</Tag> : null}
      </h3>
      <dl className={account.facts}>
        <dt>{instructors.length > 0 ? `Instructors (${instructors.join(', ')})` : 'Instructors (none)'}</dt>
        <dd>
          {personName({ name: shown.name, isGuest: shown.isGuest, learnerId })}
          {shown.email ? `, ${shown.email}` : ', no address'}
          {shown.lastActiveAt === null ? null : (
            <>
              , last here <LocalTime at={shown.lastActiveAt} style="date" />
            </>
          )}
          . {say(sight.lessonsRead, 'lesson')} read, {say(sight.quizRight, 'quiz item')} right,{' '}
          {say(sight.handIns, 'record')} handed in, each with its text and grade.
        </dd>
        <dt>Reviewers ({reviewers})</dt>
        <dd>
          A record of yours that waits for a person, with its grade and without your name. Where much of it came in one
          paste, how many characters, as your browser counted: never what was pasted, and no grade depends on it.
        </dd>
        <dt>Leads ({leads})</dt>
        <dd>
          You as one of {say(learners, 'learner')}, in counts and bands.{' '}
          {learners < FEWEST_FOR_AVERAGES
            ? `No averages: there are fewer than ${FEWEST_FOR_AVERAGES} people.`
            : 'Averages over all of them, never you alone.'}
        </dd>
      </dl>
    </div>
  );
}
