import styles from '@/components/quiz/quiz.module.css';
import { Button } from '@/components/ui/button';
import { sayDuration } from '@/components/ui/duration';
import type { PlacementFacts } from './placement-facts';

interface PlacementStartProps {
  readonly facts: PlacementFacts;
  readonly isBusy: boolean;
  readonly onOpen: () => void;
}

export function PlacementStart({ facts, isBusy, onOpen }: PlacementStartProps) {
  return (
    <section className={styles.screen}>
      <h1 className={styles.title}>Where should you start?</h1>
      <p className={styles.lead}>
        {facts.itemCount} items, one for each module, about {sayDuration(facts.minutes)}. At the end you see which
        module to start with and which you can skim.
      </p>
      <p>
        One item a module is a hint and no more. It locks nothing and counts for nothing, so say “I don’t know” where
        you don’t: a lucky answer would only send you too far ahead. Right answers are not shown, because the quizzes
        ask these items again. No account is needed, and you can stop and go on later.
      </p>
      <Button kind="primary" className={styles.next} isBusy={isBusy} onClick={onOpen}>
        {isBusy ? 'Opening…' : 'Begin'}
      </Button>
    </section>
  );
}
