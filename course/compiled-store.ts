import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where compiled lessons wait between two starts, by the hash of what they were compiled from. */
export interface CompiledStore {
  read(key: string): Promise<string | null>;
  write(key: string, code: string): Promise<void>;
}

/**
 * Beside the build that runs them: another build begins with an empty folder, so that no code outlives its compiler. A
 * folder that cannot be written costs the compiler again after the next start and nothing else.
 */
export function compiledStore(root: string): CompiledStore {
  const folder = join(root, '.next/lessons');
  const file = (key: string) => join(folder, `${key}.js`);
  return {
    read: (key) => readFile(file(key), 'utf8').catch(() => null),
    async write(key, code) {
      const whole = join(folder, `${key}.${process.pid}.part`);
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(whole, code);
        await rename(whole, file(key));
      } catch {
        // read-only: the next start compiles again
      }
    },
  };
}
