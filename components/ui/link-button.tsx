import Link, { type LinkProps } from 'next/link';
import type { ReactNode } from 'react';
import type { ButtonKind } from './button';
import styles from './button.module.css';
import { classNames } from './class-names';

type LinkButtonProps<Path> = LinkProps<Path> & {
  readonly kind?: ButtonKind;
  readonly size?: 'normal' | 'small';
  readonly className?: string;
  readonly children: ReactNode;
};

/** A link that looks like a button, for the one next step of a page. */
export function LinkButton<Path>({ kind = 'secondary', size = 'normal', className, ...rest }: LinkButtonProps<Path>) {
  return (
    <Link {...rest} className={classNames(styles.button, styles[kind], size === 'small' && styles.small, className)} />
  );
}
