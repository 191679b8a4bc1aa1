import { LanguageMark } from '@/components/ui/language-mark';
import { Tag } from '@/components/ui/tag';
import type { CaseDirection } from '@/schemas/case';
import type { Choice } from '@/schemas/scenario';
import { DIRECTION_WORD } from './case-words';
import styles from './direction-marks.module.css';

/** Directions that the course has a colour and a hatch for. */
const MARK: Partial<Readonly<Record<CaseDirection, Choice>>> = {
  rust: 'rust',
  go: 'go',
  both: 'either',
  neither: 'neither-keep-existing',
};

/** Which way a case went, in words, with the hatch of a language where there is one. */
export function DirectionMarks({ directions }: { readonly directions: readonly CaseDirection[] }) {
  return (
    <span className={styles.marks}>
      {directions.map((direction) => {
        const choice = MARK[direction];
        return choice ? (
          <LanguageMark key={direction} choice={choice} word={DIRECTION_WORD[direction]} />
        ) : (
          <Tag key={direction}>{DIRECTION_WORD[direction]}</Tag>
        );
      })}
    </span>
  );
}
