import 'server-only';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The version of the project, out of its package.json. */
export function appVersion(): string {
  return z.looseObject({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8'))).version;
}
