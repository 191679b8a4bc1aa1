import { InlineText } from '@/components/ui/inline-text';
import styles from './twist-fact.module.css';

/** The one fact that is different now, set off from the brief it changes. */
export function TwistFact({ change }: { readonly change: string }) {
  return (
    <section className={styles.fact} aria-labelledby="fact-heading">
      <h2 id="fact-heading">What has changed</h2>
      <p>
        <InlineText text={change} />
      </p>
    </section>
  );
}
