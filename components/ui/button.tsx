import type { ComponentProps } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names';

export type ButtonKind = 'primary' | 'secondary' | 'quiet';

interface ButtonProps extends ComponentProps<'button'> {
  readonly kind?: ButtonKind;
  readonly size?: 'normal' | 'small';
  /** Work is under way: the button stays focusable, says so to assistive technology, and ignores clicks. */
  readonly isBusy?: boolean;
}

export function Button({
  kind = 'secondary',
  size = 'normal',
  isBusy = false,
  className,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={isBusy ? 'button' : type}
      aria-busy={isBusy || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
      className={classNames(styles.button, styles[kind], size === 'small' && styles.small, className)}
    />
  );
}
