import type { z } from 'zod';

/** Something an author must mend. `path` is the place inside the file, or empty where the file as a whole is meant. */
export interface Problem {
  readonly file: string;
  readonly path: string;
  readonly message: string;
}

/** `file → path: what is wrong, what is expected` */
export function formatProblem({ file, path, message }: Problem): string {
  return path ? `${file} → ${path}: ${message}` : `${file}: ${message}`;
}

/** `['items', 2, 'key']` as an author writes it: `items[2].key`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text ? `${text}.${String(step)}` : String(step);
  }, '');
}

/** The words of one schema issue, without the schema library's jargon. */
export function describeIssue(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? `missing, expected ${article(issue.expected)}`
        : issue.message.replace(/^Invalid input: /, '').replace('received', 'found');
    case 'unrecognized_keys':
      return `unknown ${issue.keys.length > 1 ? 'keys' : 'key'} ${issue.keys.join(', ')}, expected one that docs/authoring.md names`;
    case 'invalid_value':
      return `expected ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
    case 'invalid_union':
      return issue.discriminator
        ? `unknown ${issue.discriminator}, see docs/authoring.md for the ones there are`
        : issue.message;
    case 'invalid_format':
      return `has the wrong form, expected ${expectedForm(issue)}`;
    case 'too_small':
      return issue.message.replace(/^Too small: /, 'too small, ');
    case 'too_big':
      return issue.message.replace(/^Too big: /, 'too big, ');
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.map(describeIssue).join('; ');
    default:
      return issue.message;
  }
}

function expectedForm(issue: z.core.$ZodIssueInvalidStringFormat): string {
  if (issue.format === 'date') return 'a date such as 2026-11-21';
  if (issue.format === 'url') return 'a web address that starts with https://';
  return issue.message;
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}
