import { type CSSProperties, Fragment, type ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import { LEVEL_WORD, LevelMark } from '@/components/ui/level-mark';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import inks from './criterion-colours.module.css';
import { inlineRanges, type Piece, toPieces } from './inline-pieces';
import { inkNumber, Numeral } from './numeral';
import { criterionAnchor, type ProofCriterion, quoteAnchor, spansOf } from './proof-criterion';
import styles from './proof-text.module.css';
import { type Segment, toBlocks } from './segments';

interface ProofTextProps {
  readonly text: string;
  readonly criteria: readonly ProofCriterion[];
  /** Whether the margin says what each quote earned, and the foot what no sentence was quoted for. */
  readonly isAnnotated?: boolean;
}

/** The writer's own words, untouched, with quotes underlined and numbered like a proof from an editor. */
export function ProofText({ text, criteria, isAnnotated = false }: ProofTextProps) {
  const blocks = toBlocks(text, spansOf(criteria));
  const ranges = inlineRanges(text);
  if (blocks.length === 0) return <p className={styles.empty}>The record holds no text.</p>;
  return (
    <div className={classNames(styles.proof, isAnnotated && styles.annotated)}>
      {blocks.map((block) => (
        <div key={block.start} className={styles.row}>
          <Margin numbers={block.criteria} criteria={criteria} isAnnotated={isAnnotated} />
          <p className={classNames(styles.block, block.kind === 'heading' && styles.heading)}>
            {block.segments.map((segment) => (
              <MarkedText
                key={segment.start}
                segment={segment}
                pieces={toPieces(segment.text, segment.start, ranges)}
              />
            ))}
          </p>
        </div>
      ))}
      {isAnnotated ? <Unheard criteria={criteria} /> : null}
    </div>
  );
}

interface MarginProps extends Pick<ProofTextProps, 'criteria' | 'isAnnotated'> {
  readonly numbers: readonly number[];
}

function Margin({ numbers, criteria, isAnnotated }: MarginProps) {
  if (numbers.length === 0) return <span />;
  return (
    <span className={styles.margin}>
      <VisuallyHidden>Quoted in the next paragraph for </VisuallyHidden>
      {numbers.map((number) => {
        const criterion = criteria[number - 1];
        return (
          <a key={number} href={`#${criterionAnchor(number)}`} data-criteria={number} className={styles.numeral}>
            <Numeral number={number} />
            {criterion && isAnnotated ? <MarginNote criterion={criterion} /> : null}
            {criterion && !isAnnotated ? (
              <VisuallyHidden>
                {criterion.title}, {LEVEL_WORD[criterion.level]}
              </VisuallyHidden>
            ) : null}
          </a>
        );
      })}
    </span>
  );
}

/** What an editor would write beside the line: the point, and what the quote earned for it. */
function MarginNote({ criterion: { title, level, judged } }: { readonly criterion: ProofCriterion }) {
  return (
    <span className={styles.note}>
      <span className={styles.point}>{title}</span> {judged === false ? 'not judged' : <LevelMark level={level} />}
    </span>
  );
}

/** An editor's caret: the points that no sentence of the text was quoted for. */
function Unheard({ criteria }: Pick<ProofTextProps, 'criteria'>) {
  const numbered = criteria.map((criterion, index) => ({ criterion, number: index + 1 }));
  const unheard = numbered.filter(({ criterion }) => criterion.evidence.length === 0 && criterion.level !== 'full');
  if (unheard.length === 0) return null;
  return (
    <div className={styles.unheard}>
      <span className={styles.caret} aria-hidden="true">
        ‸
      </span>
      <p>
        No sentence was quoted for{' '}
        {unheard.map(({ criterion, number }) => (
          <a key={criterion.id} href={`#${criterionAnchor(number)}`} data-criteria={number}>
            <Numeral number={number} /> {criterion.title}
          </a>
        ))}
      </p>
    </div>
  );
}

interface MarkedTextProps {
  readonly segment: Segment;
  readonly pieces: readonly Piece[];
}

function MarkedText({ segment, pieces }: MarkedTextProps) {
  const { criteria, opens, start } = segment;
  const words = pieces.map((piece) => <SetPiece key={piece.start} piece={piece} />);
  if (criteria.length === 0) return <Fragment>{words}</Fragment>;
  const underlined = criteria.reduceRight<ReactNode>(
    (inner, number, depth) => (
      <span
        key={number}
        className={classNames(inks.ink, inks.under)}
        data-number={inkNumber(number)}
        id={opens.includes(number) ? quoteAnchor(number, start) : undefined}
        style={{ '--depth': depth } as CSSProperties}
      >
        {inner}
      </span>
    ),
    words,
  );
  return (
    <mark className={styles.mark} data-criteria={criteria.join(' ')}>
      {opens.map((number) => (
        <sup
          key={number}
          className={classNames(inks.ink, styles.sup)}
          data-number={inkNumber(number)}
          aria-hidden="true"
        >
          {number}
        </sup>
      ))}
      {underlined}
    </mark>
  );
}

/** Strong words look strong; the asterisks stay, since the words are quoted by their places, but step back. */
function SetPiece({ piece: { kind, text } }: { readonly piece: Piece }) {
  if (kind === 'plain') return text;
  return kind === 'strong' ? <strong>{text}</strong> : <span className={styles.sign}>{text}</span>;
}
