/** Joins the class names that apply; CSS modules give `undefined` for a name that a sheet does not define. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
