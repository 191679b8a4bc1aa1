import { Button } from '@/components/ui/button';
import { sayDuration } from '@/components/ui/duration';
import styles from './quiz.module.css';
import type { QuizFacts } from './quiz-facts';

interface StartScreenProps {
  readonly facts: QuizFacts;
  readonly isBusy: boolean;
  readonly onOpen: () => void;
}

export function StartScreen({ facts, isBusy, onOpen }: StartScreenProps) {
  return (
    <section className={styles.screen}>
      <h1 className={styles.title}>{facts.lessonTitle}</h1>
      <p className={styles.lead}>
        {facts.itemCount} items, about {sayDuration(facts.minutes)}, one at a time. You say how sure you are with each
        answer, and every option is explained at once.
      </p>
      <p>
        Mastery is {Math.round(facts.masteryScore * 100)} % right. Nothing is timed, you can stop anywhere and go on
        later, and missed items can be retried on their own.
      </p>
      <Button kind="primary" className={styles.next} isBusy={isBusy} onClick={onOpen}>
        {isBusy ? 'Opening…' : 'Begin'}
      </Button>
    </section>
  );
}
