import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What was made of the content and waits between two starts, each text by the hash of what it was made from. */
export interface CompiledStore {
  read(key: string): Promise<string | null>;
  write(key: string, text: string): Promise<void>;
}

/**
 * Beside the build that runs them: another build begins with an empty folder, so that nothing outlives what made it. A
 * folder that cannot be written costs the same work again after the next start and nothing else.
 */
function storeIn(folder: string, extension: string): CompiledStore {
  const file = (key: string) => join(folder, `${key}.${extension}`);
  return {
    read: (key) => readFile(file(key), 'utf8').catch(() => null),
    async write(key, text) {
      const whole = join(folder, `${key}.${process.pid}.part`);
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(whole, text);
        await rename(whole, file(key));
      } catch {
        // read-only: the next start makes it again
      }
    },
  };
}

/** Compiled lessons. */
export const compiledStore = (root: string): CompiledStore => storeIn(join(root, '.next/lessons'), 'js');

/** The whole checked course. */
export const courseStore = (root: string): CompiledStore => storeIn(join(root, '.next/course'), 'json');
