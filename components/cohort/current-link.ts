/** How a link of a bar is marked: it leads to this very page, or to the part of the desk that this page belongs to. */
export type Mark = 'page' | 'true' | undefined;

/**
 * A page without a link of its own, such as one regrade, belongs to the link it lies below. The first one, the desk or the
 * cohort itself, lies above all the others, so it stands for itself only.
 */
export function markOf(href: string, path: string, links: readonly { readonly href: string }[]): Mark {
  if (href === path) return 'page';
  const isAbove = links.some((other) => other.href !== href && other.href.startsWith(`${href}/`));
  return !isAbove && path.startsWith(`${href}/`) ? 'true' : undefined;
}
