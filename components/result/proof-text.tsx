import { type CSSProperties, Fragment, type ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import { LEVEL_WORD } from '@/components/ui/level-mark';
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
}

/** The writer's own words, untouched, with quotes underlined and numbered like a proof from an editor. */
export function ProofText({ text, criteria }: ProofTextProps) {
  const blocks = toBlocks(text, spansOf(criteria));
  const ranges = inlineRanges(text);
  if (blocks.length === 0) return <p className={styles.empty}>The record holds no text.</p>;
  return (
    <div className={styles.proof}>
      {blocks.map((block) => (
        <div key={block.start} className={styles.row}>
          <Margin numbers={block.criteria} criteria={criteria} />
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
    </div>
  );
}

interface MarginProps extends Pick<ProofTextProps, 'criteria'> {
  readonly numbers: readonly number[];
}

function Margin({ numbers, criteria }: MarginProps) {
  if (numbers.length === 0) return <span />;
  return (
    <span className={styles.margin}>
      <VisuallyHidden>Quoted in the next paragraph for </VisuallyHidden>
      {numbers.map((number) => {
        const criterion = criteria[number - 1];
        return (
          <a key={number} href={`#${criterionAnchor(number)}`} data-criteria={number} className={styles.numeral}>
            <Numeral number={number} />
            {criterion ? (
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
