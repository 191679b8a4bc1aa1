import { compareTexts, type TextPiece } from '@/grader/compare-texts';
import styles from './compare.module.css';

interface TextChangesProps {
  readonly before: string;
  readonly after: string;
}

/** Both texts in one, as an editor would mark it: struck out what went, underlined what came. Needs no script. */
export function TextChanges({ before, after }: TextChangesProps) {
  const pieces = compareTexts(before, after);
  if (pieces.every(({ type }) => type === 'same')) return <p>The text is the same in both drafts.</p>;
  return (
    <div className={styles.marked}>
      <p className={styles.key}>
        <del>Struck out</del>: only in the earlier draft. <ins>Underlined</ins>: only in the later one.
      </p>
      <p className={styles.text}>{pieces.map((piece, index) => marked(piece, `${index}`))}</p>
    </div>
  );
}

function marked({ type, text }: TextPiece, key: string) {
  if (type === 'removed') return <del key={key}>{text}</del>;
  return type === 'added' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
}
