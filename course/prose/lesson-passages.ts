import type { InspectedLesson } from '../load-lessons';
import type { Passage } from './passage';

/** What a reader of a lesson reads, head first, listings left out. Claims and cases are read from the library's files. */
export function lessonPassages({ loaded, contents }: InspectedLesson): Passage[] {
  const { file, lesson } = loaded;
  const head = (path: string, text: string): Passage => ({ file, path, kind: 'label', text });
  return [
    head('title', lesson.title),
    head('standfirst', lesson.standfirst),
    ...lesson.objectives.map(({ text }, index) => head(`objectives[${index}].text`, text)),
    ...contents.text.blocks.map(({ kind, line, text }): Passage => ({ file, path: `line ${line}`, kind, text })),
  ];
}
