import type { KnownIds } from '../known-ids';
import type { InspectedLesson } from '../load-lessons';
import type { Problem } from '../problem';
import { sectionId } from '../section-id';

/** A lesson's title is the page's first heading, so its text starts at the second level. */
const TOP = 2;

/** What may be linked to inside the course, beyond what every check knows. */
export interface LinkTargets extends KnownIds {
  readonly glossary: ReadonlySet<string>;
  /** Anchors of each lesson, by its id: sections and cards. */
  readonly anchors: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The anchors that a lesson's page has: a section for each second-level heading, and each card. */
export function anchorsOf({ contents }: InspectedLesson): Set<string> {
  return new Set([
    ...contents.text.headings.filter(({ depth }) => depth === TOP).map(({ text }) => sectionId(text)),
    ...contents.claims.map(({ id }) => `claim-${id}`),
    ...contents.cases.map(({ id }) => `case-${id}`),
  ]);
}

/** Headings in steps of one, pictures with words for them, and links inside the course that lead somewhere. */
export function checkStructure(inspected: InspectedLesson, targets: LinkTargets): Problem[] {
  const { contents, loaded } = inspected;
  const report = (line: number, message: string): Problem => ({ file: loaded.file, path: `line ${line}`, message });
  const headings = contents.text.headings.flatMap(({ depth, line, text }, index) => {
    const before = contents.text.headings[index - 1]?.depth ?? TOP - 1;
    if (depth < TOP) return [report(line, `"${text}" is a heading of level ${depth}, expected ## or deeper`)];
    if (depth > before + 1)
      return [report(line, `"${text}" skips from level ${before} to ${depth}, expected level ${before + 1}`)];
    return [];
  });
  const images = contents.text.images
    .filter(({ alt }) => !alt.trim())
    .map(({ line }) => report(line, 'shows a picture without words for it, expected ![what it shows](…)'));
  const links = contents.text.links.flatMap(({ url, line }) => {
    const fault = linkFault(url, loaded.lesson.id, targets);
    return fault ? [report(line, `links to ${url}, ${fault}`)] : [];
  });
  return [...headings, ...images, ...links];
}

function linkFault(url: string, lessonId: string, targets: LinkTargets): string | null {
  if (/^(https?:|mailto:)/.test(url)) return null;
  const [path = '', anchor] = url.split('#');
  const [, folder = '', id = '', rest = ''] = path.split('/');
  if (path === '') return anchorFault(lessonId, anchor, targets);
  if (!path.startsWith('/')) return 'expected a web address or a path that starts with /';
  switch (folder) {
    case 'lessons':
      if (!targets.lessons.has(id) || !['', 'quiz'].includes(rest)) return 'expected /lessons/ and the id of a lesson';
      return anchor === undefined || rest ? null : anchorFault(id, anchor, targets);
    case 'cases':
      return id === '' || targets.cases.has(id) ? null : 'expected /cases/ and an id of library/cases.yaml';
    case 'exercises':
      return targets.exercises.has(id) ? null : 'expected /exercises/ and a folder of exercises/';
    case 'glossary':
      return anchor === undefined || targets.glossary.has(anchor)
        ? null
        : 'expected /glossary# and an id of library/glossary.yaml';
    default:
      return 'expected /lessons/…, /cases/…, /exercises/… or /glossary#…';
  }
}

function anchorFault(id: string, anchor: string | undefined, targets: LinkTargets): string | null {
  const known = targets.anchors.get(id) ?? new Set<string>();
  return anchor && known.has(anchor) ? null : `expected an anchor of that lesson: ${[...known].join(', ')}`;
}
