import type { LoadedCourse } from '../load-course';
import type { Problem } from '../problem';
import { checkAcronyms } from './check-acronyms';
import { checkFiller } from './check-filler';
import { checkOverlap } from './check-overlap';
import { checkRepeats } from './check-repeats';
import { checkSentences } from './check-sentences';
import { anchorsOf, checkStructure, type LinkTargets } from './check-structure';
import { filePassages } from './file-passages';
import { readGlossary } from './glossary-words';
import { lessonPassages } from './lesson-passages';

/** How everything is written that a learner reads: rubrics, probes and samples are the grader's and are left out. */
export function checkProse({ files, lessons, known }: LoadedCourse, documents?: ReadonlySet<string>): Problem[] {
  const ofLessons = lessons.map(lessonPassages);
  const all = [...ofLessons.flat(), ...files.flatMap(filePassages)];
  const glossary = readGlossary(files);
  const targets: LinkTargets = {
    ...known,
    glossary: glossary.ids,
    anchors: new Map(lessons.map((lesson) => [lesson.loaded.lesson.id, anchorsOf(lesson)])),
  };
  return [
    ...checkFiller(all),
    ...checkSentences(all),
    ...ofLessons.flatMap((passages) => checkAcronyms(passages, glossary.words)),
    ...lessons.flatMap((lesson) => checkStructure(lesson, targets)),
    ...checkOverlap(all, documents),
    ...checkRepeats(ofLessons.flat()),
  ];
}
