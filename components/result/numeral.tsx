import { classNames } from '@/components/ui/class-names';
import inks from './criterion-colours.module.css';

/** More criteria than inks would repeat colours; the number itself always tells. */
export const inkNumber = (number: number) => ((number - 1) % 8) + 1;

export function Numeral({ number }: { readonly number: number }) {
  return (
    <span className={classNames(inks.ink, inks.numeral)} data-number={inkNumber(number)}>
      {number}
    </span>
  );
}
