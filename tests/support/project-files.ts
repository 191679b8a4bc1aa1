import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Made by tools or by running the app; .gitignore names the same. */
const notOurs =
  /^(node_modules|\.git|\.next|\.cache|data|test-results|public\/monaco)(\/|$)|\.tsbuildinfo$|^next-env\.d\.ts$/;

/** Every file of the project, by its path from the root with forward slashes. Works without git, as in a copy. */
export function projectFiles(): string[] {
  const walk = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      const name = relative(projectRoot, path).replaceAll('\\', '/');
      if (notOurs.test(name)) return [];
      return entry.isDirectory() ? walk(path) : [name];
    });
  return walk(projectRoot).sort();
}

export function readProjectFile(name: string): string {
  return readFileSync(join(projectRoot, name), 'utf8');
}
