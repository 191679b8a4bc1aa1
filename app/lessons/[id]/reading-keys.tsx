'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { PagePath } from '@/components/paths';
import { layOutOnUse } from '@/components/session/fresh-page';
import type { KeyRow } from '@/components/session/page-keys';
import { ShortcutHelp } from '@/components/session/shortcut-help';
import styles from './lesson.module.css';

/** A heading counts as passed once it is this close to the top of the window. */
const NEAR_TOP = 24;

function goToSection(direction: 1 | -1) {
  const headings = [...document.querySelectorAll<HTMLElement>('[data-section]')];
  const offset = (heading: HTMLElement) => heading.getBoundingClientRect().top;
  const target =
    direction === 1
      ? headings.find((heading) => offset(heading) > NEAR_TOP + 1)
      : headings.findLast((heading) => offset(heading) < -1);
  if (!target) {
    window.scrollTo({ top: direction === 1 ? document.body.scrollHeight : 0 });
    return;
  }
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'start' });
}

const ROWS: readonly KeyRow[] = [
  [['j'], 'the next section'],
  [['k'], 'the section before'],
  [['n'], 'on to the quiz'],
];

export function ReadingKeys({ nextPath }: { readonly nextPath: PagePath }) {
  const router = useRouter();
  useEffect(layOutOnUse, []);
  return (
    <div className={styles.keys} data-print="hide">
      <ShortcutHelp
        shortcuts={{ j: () => goToSection(1), k: () => goToSection(-1), n: () => router.push(nextPath) }}
        rows={ROWS}
      />
    </div>
  );
}
