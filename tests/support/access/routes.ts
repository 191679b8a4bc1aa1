import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-files';

/** Every page of the app as its folder names it, such as `/lessons/[id]/quiz`; `/` is the course home. */
export function routes(): string[] {
  return readdirSync(join(projectRoot, 'app'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => `/${file.replace(/\/?page\.tsx$/, '')}`)
    .sort();
}
