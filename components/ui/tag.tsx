import type { ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './tag.module.css';

type TagTone = 'plain' | 'accent' | 'met' | 'partly' | 'missing';

export function Tag({ tone = 'plain', children }: { readonly tone?: TagTone; readonly children: ReactNode }) {
  return <span className={classNames(styles.tag, styles[tone])}>{children}</span>;
}
