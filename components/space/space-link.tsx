import { spacePath } from '@/components/paths';
import { LinkButton } from '@/components/ui/link-button';
import styles from './space.module.css';

/** Under a result that is open: the way to the map of answers. */
export function SpaceLink({ scenarioId }: { readonly scenarioId: string }) {
  return (
    <section className={styles.link} aria-labelledby="space-heading">
      <h2 id="space-heading">The decision space</h2>
      <p className={styles.quiet}>Which answers hold, under which conditions, and where yours stands among them.</p>
      <LinkButton href={spacePath(scenarioId)} prefetch={false}>
        Open the decision space
      </LinkButton>
    </section>
  );
}
