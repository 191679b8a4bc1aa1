import { PUBLISHED_FIGURES } from '@/grader/published-figures';
import styles from './about.module.css';

const percent = (share: number) => `${Math.round(share * 100)} %`;

interface GradingProps {
  readonly passMark: number;
  readonly quizMastery: number;
  /** A language model can be asked, by whoever wants that. */
  readonly hasSecondOpinions: boolean;
}

/** How a record is graded, and how far to believe it: the limits stand beside the claims. */
export function Grading({ passMark, quizMastery, hasSecondOpinions }: GradingProps) {
  const { kappa, sameLevel, withinOneLevel, samples, exercises, judgements, halfMarkRecall, toPerson } =
    PUBLISHED_FIGURES;
  return (
    <section className={styles.section} aria-labelledby="grading">
      <h2 id="grading">How it is graded, and how far to believe it</h2>
      <div className={styles.columns}>
        <div className={styles.prose}>
          <p>
            You read a brief, choose for each part, and write the record. A program on the server marks it against a
            rubric, criterion by criterion, quotes your own sentences for every mark it gives, and says how sure it is.
            The same text always gets the same grade. No language model decides anything, and no text leaves the server
            {hasSecondOpinions ? ' unless you ask for a second opinion, which carries no points' : ''}.
          </p>
          <p>
            More than one answer can be right: picks count for a fifth, what you argue for the rest. {percent(passMark)}{' '}
            of a record is a pass; a quiz is mastered at {percent(quizMastery)}. You may revise as often as you like,
            and your best draft counts. Where you think a mark is wrong, a person can look.
          </p>
        </div>
        <div>
          <h3>What was measured</h3>
          <dl className={styles.measured}>
            <div>
              <dt>Agreement with reference markings (weighted kappa; 1 is perfect)</dt>
              <dd>{kappa}</dd>
            </div>
            <div>
              <dt>Same level as the marker; within one level</dt>
              <dd>
                {percent(sameLevel)}; {percent(withinOneLevel)}
              </dd>
            </div>
            <div>
              <dt>Honest records that go to a person; of all, attempts to game it included</dt>
              <dd>
                {percent(toPerson.honest)}; {percent(toPerson.all)}
              </dd>
            </div>
          </dl>
          <p className={styles.muted}>
            {samples} sample records of {exercises} exercises, {judgements.toLocaleString('en-GB')} judgements, each on
            an exercise the program had not been fitted to. The markings were made for this project with care; they are
            not a panel of outside experts.
          </p>
        </div>
      </div>
      <div className={styles.limits}>
        <h3>What it cannot do</h3>
        <ul>
          <li>It finds only {percent(halfMarkRecall)} of half marks: where it says “half”, read its quotes.</li>
          <li>An original argument that no author thought of can count for too little until a person reads it.</li>
          <li>Irony, and the right words used to deny the point, can mislead it.</li>
          <li>
            So its grades are for learning. We would not use them to judge a person’s performance, and ask you not to.
          </li>
        </ul>
      </div>
    </section>
  );
}
