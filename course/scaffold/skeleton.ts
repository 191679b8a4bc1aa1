/** What `npm run new` is about to do: files that are not there yet, and what the author does next. */
export interface Skeleton {
  readonly files: readonly { readonly file: string; readonly text: string }[];
  /** Text that goes to the end of a file which is there already. */
  readonly append?: { readonly file: string; readonly text: string };
  readonly next: readonly string[];
}

/** A request that cannot be met: the message says what would be right. */
export class ScaffoldRefusal extends Error {}

/** The comment by which editors find a file's schema, wherever the file lies. */
export function schemaComment(file: string, name: string): string {
  const up = '../'.repeat(file.split('/').length - 1);
  return `# yaml-language-server: $schema=${up}schemas/json/${name}.schema.json`;
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export function requireSlug(noun: string, id: string | undefined): string {
  if (id && SLUG.test(id)) return id;
  throw new ScaffoldRefusal(
    `The ${noun} is ${id ? `"${id}"` : 'missing'}, expected lower-case words joined by hyphens.`,
  );
}
