import type { z } from 'zod';
import type { ParsedYaml } from './parse-yaml';
import { describeIssue, formatPath, type Problem } from './problem';

/** The typed value, or every problem that keeps it from being one, each with its path and line. */
export function parseWithSchema<Schema extends z.ZodType>(
  schema: Schema,
  yaml: ParsedYaml,
  file: string,
  path: readonly PropertyKey[] = [],
): { value?: z.infer<Schema>; problems: readonly Problem[] } {
  if (yaml.problems.length > 0) return { problems: yaml.problems };
  const target = path.reduce<unknown>((value, step) => (isIndexable(value) ? value[step] : undefined), yaml.value);
  const result = schema.safeParse(target);
  if (result.success) return { value: result.data, problems: [] };
  const problems = result.error.issues.map((issue) => {
    const full = [...path, ...issue.path];
    const line = yaml.lineOf(full);
    return { file, path: formatPath(full), message: describeIssue(issue) + (line ? ` (line ${line})` : '') };
  });
  return { problems };
}

function isIndexable(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}
