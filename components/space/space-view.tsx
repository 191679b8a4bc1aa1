import { exercisePath } from '@/components/paths';
import { InlineText } from '@/components/ui/inline-text';
import { LinkButton } from '@/components/ui/link-button';
import { type DecisionSpace, FEWEST_OTHERS } from '@/schemas/space';
import styles from './space.module.css';
import { SpaceMap } from './space-map';

/** Which answers a scenario has, when each wins, and where one's own stands among them. */
export function SpaceView({ space }: { readonly space: DecisionSpace }) {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <p className={styles.quiet}>Exercise {space.scenarioId}</p>
        <h1>{space.title}: the decision space</h1>
      </header>
      <section className={styles.part} aria-labelledby="map-heading">
        <h2 id="map-heading">Where your picks stand</h2>
        <SpaceMap space={space} />
        <p className={styles.quiet}>
          {space.hasOthers
            ? 'Others: each person of your cohorts and of the self-paced course once, by the latest draft. Numbers below three are never shown.'
            : `How others decided is shown once at least ${FEWEST_OTHERS} other people of your cohorts or of the self-paced course have handed in here.`}
        </p>
      </section>
      <Answers space={space} />
      <section className={styles.part} aria-labelledby="conditions-heading">
        <h2 id="conditions-heading">When each answer holds</h2>
        <dl className={styles.list}>
          {space.defensible.map(({ answer, holds_if, argument }) => (
            <div key={answer}>
              <dt>{answer}</dt>
              <dd>
                <strong>Holds if</strong> <InlineText text={holds_if} />.
              </dd>
              <dd>
                <InlineText text={argument} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <div>
        <LinkButton href={exercisePath(space.scenarioId)}>Back to the exercise</LinkButton>
      </div>
    </div>
  );
}

function Answers({ space }: { readonly space: DecisionSpace }) {
  if (space.answers.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="nearest-heading">
      <h2 id="nearest-heading">Which answer yours is nearest to</h2>
      <ul className={styles.list}>
        {space.answers.map(({ name, wins, same, isNearest }) => (
          <li key={name} data-nearest={isNearest ? '' : undefined}>
            <strong>
              {name}
              {isNearest ? ': nearest to yours' : ''}
            </strong>
            <span className={styles.quiet}>
              {same} of {space.components.length} parts as in your latest draft
            </span>
            <span>
              <InlineText text={wins} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
