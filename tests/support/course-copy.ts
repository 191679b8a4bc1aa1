import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const FIXTURE_COURSE = fileURLToPath(new URL('./fixture-course', import.meta.url));

/** A copy of the tiny fixture course that a test may break; `remove` cleans up. */
export interface CourseCopy {
  readonly root: string;
  write(file: string, text: string | Buffer): Promise<void>;
  /** Replaces the one occurrence of `from`; fails where there is none, so that a test cannot break nothing. */
  edit(file: string, from: string, to: string): Promise<void>;
  removeFile(file: string): Promise<void>;
  remove(): Promise<void>;
}

export async function copyCourse(): Promise<CourseCopy> {
  const root = await mkdtemp(path.join(tmpdir(), 'course-'));
  await cp(FIXTURE_COURSE, root, { recursive: true });
  const at = (file: string) => path.join(root, file);
  return {
    root,
    async write(file, text) {
      await mkdir(path.dirname(at(file)), { recursive: true });
      await writeFile(at(file), text);
    },
    async edit(file, from, to) {
      const text = await readFile(at(file), 'utf8');
      if (text.split(from).length !== 2)
        throw new Error(`${file} holds "${from}" ${text.split(from).length - 1} times, expected once`);
      await writeFile(
        at(file),
        text.replace(from, () => to),
      );
    },
    removeFile: (file) => rm(at(file)),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
