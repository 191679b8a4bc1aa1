/** On the result of a draft that was written with further hints; it says so and takes nothing off. */
export function HintCount({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <p>
      Written after {count === 1 ? 'one further hint' : `${count} further hints`}. That takes nothing off the grade.
    </p>
  );
}
