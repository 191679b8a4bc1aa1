import { Children, isValidElement, type ReactNode } from 'react';
import { LanguageMark } from '@/components/ui/language-mark';
import styles from './code-pair.module.css';

interface CodePairProps {
  /** Two fenced blocks: Go first, then Rust. */
  readonly children: ReactNode;
  readonly go: string;
  readonly rust: string;
  readonly caption?: string;
}

/** The same idea in both languages, side by side where there is room. `go` and `rust` name the versions it was run with. */
export function CodePair({ children, go, rust, caption }: CodePairProps) {
  const [first, second] = Children.toArray(children).filter(isValidElement);
  return (
    <figure className={styles.pair}>
      <div className={styles.columns}>
        <div className={styles.column}>
          <p className={styles.language}>
            <LanguageMark choice="go" word={go} />
          </p>
          {first}
        </div>
        <div className={styles.column}>
          <p className={styles.language}>
            <LanguageMark choice="rust" word={rust} />
          </p>
          {second}
        </div>
      </div>
      {caption ? <figcaption className={styles.caption}>{caption}</figcaption> : null}
    </figure>
  );
}
