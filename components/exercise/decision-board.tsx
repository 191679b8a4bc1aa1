import { CHOICE_WORD, LanguageMark } from '@/components/ui/language-mark';
import type { Choice, PartialHandIn, PublicScenario } from '@/schemas/scenario';
import styles from './decision-board.module.css';
import { choiceTarget } from './missing-parts';

const CHOICES: readonly Choice[] = ['rust', 'go', 'either', 'neither-keep-existing'];
const SHORT_WORD: Readonly<Record<Choice, string>> = { ...CHOICE_WORD, 'neither-keep-existing': 'Neither' };

interface DecisionBoardProps {
  readonly components: PublicScenario['components'];
  readonly choices: PartialHandIn['choices'];
  readonly onChoose: (componentId: PublicScenario['components'][number]['id'], choice: Choice) => void;
}

/** One row a part, one column an option; each row is a radio group of its own, so arrow keys stay inside it. */
export function DecisionBoard({ components, choices, onChoose }: DecisionBoardProps) {
  return (
    <div className={styles.board}>
      {components.map((component) => (
        <fieldset key={component.id} className={styles.row}>
          <legend className={styles.part}>{component.name}</legend>
          <div className={styles.options}>
            {CHOICES.map((choice) => (
              <label key={choice} className={styles.option} data-choice={choice}>
                <input
                  type="radio"
                  name={choiceTarget(component.id)}
                  id={choice === CHOICES[0] ? choiceTarget(component.id) : undefined}
                  value={choice}
                  checked={choices[component.id] === choice}
                  onChange={() => onChoose(component.id, choice)}
                />
                <LanguageMark choice={choice} word={SHORT_WORD[choice]} />
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <p className={styles.note}>
        <strong>Either</strong>: Rust and Go would both do. <strong>Neither</strong>: keep, buy or adopt what exists, or
        use another language.
      </p>
    </div>
  );
}
