import type { Level } from '@/schemas/rubric';
import { classNames } from './class-names';
import styles from './mark.module.css';
import { VisuallyHidden } from './visually-hidden';

export const LEVEL_WORD: Readonly<Record<Level, string>> = { full: 'met', half: 'partly met', none: 'missing' };

/** ● ◐ ○ drawn, so that they look the same in every font. Decorative: a word always goes with it. */
export function LevelGlyph({ level }: { readonly level: Level }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <circle
        cx="8"
        cy="8"
        r="6.2"
        fill={level === 'full' ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.8"
      />
      {level === 'half' ? <path d="M8 1.8a6.2 6.2 0 0 0 0 12.4z" fill="currentColor" /> : null}
    </svg>
  );
}

/** A level as glyph, colour and word; `isWordHidden` keeps the word for screen readers only. */
export function LevelMark({ level, isWordHidden = false }: { readonly level: Level; readonly isWordHidden?: boolean }) {
  return (
    <span className={classNames(styles.mark, styles[level])}>
      <LevelGlyph level={level} />
      {isWordHidden ? <VisuallyHidden>{LEVEL_WORD[level]}</VisuallyHidden> : LEVEL_WORD[level]}
    </span>
  );
}
