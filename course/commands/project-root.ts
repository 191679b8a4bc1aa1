import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, wherever a command is called from. */
export const PROJECT_ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** npm runs scripts in the project's folder and keeps the caller's in INIT_CWD: file arguments are the caller's. */
export function fromCaller(file: string): string {
  return path.resolve(process.env.INIT_CWD ?? process.cwd(), file);
}
