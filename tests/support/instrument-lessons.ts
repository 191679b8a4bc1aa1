import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { KNOWN_COMPONENTS, READ_COMPONENTS } from '@/course/known-components';

const INSTRUMENTS = KNOWN_COMPONENTS.filter((name) => !READ_COMPONENTS.includes(name));

/** Every lesson that shows an instrument, found in the texts themselves, so that a new one is tested unasked. */
export function instrumentLessons(): readonly { readonly lesson: string; readonly instruments: readonly string[] }[] {
  const files = readdirSync('lessons', { recursive: true, encoding: 'utf8' }).filter(
    (file) => basename(file) === 'lesson.mdx',
  );
  const lessons = files.sort().map((file) => {
    const text = readFileSync(join('lessons', file), 'utf8');
    const shown = [...text.matchAll(/^<([A-Z]\w+)/gm)].map(([, name]) => name ?? '');
    return {
      lesson: /^id: (\S+)/m.exec(text)?.[1] ?? basename(dirname(file)),
      instruments: shown.filter((name) => INSTRUMENTS.includes(name)),
    };
  });
  return lessons.filter(({ instruments }) => instruments.length > 0);
}
