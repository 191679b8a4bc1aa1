import 'server-only';
import type { Actor } from '../actor';

/** One noun of an export: the same content as data, and as Markdown for reading. */
export interface ExportedSection {
  /** Name of the section in the JSON file. */
  readonly key: string;
  readonly title: string;
  readonly data: unknown;
  /** Empty where there is nothing of it. Headings begin at the third level. */
  readonly markdown: string;
}

/** Reads one noun of what a person did, as that person may see it now. */
export type ExportSection = (actor: Actor) => Promise<ExportedSection>;

/** An instant for a file that is read anywhere: to the minute, in UTC, and saying so. */
export const sayInstant = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** Text of a person as a block of its own, whatever Markdown is in it. */
export const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

export const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');
