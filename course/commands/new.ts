import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { CourseOutlineSchema } from '@/schemas/lesson';
import { type ContentFile, readContentFiles } from '../content-files';
import { loadExercises } from '../load-exercises';
import { loadOutline } from '../load-outline';
import { parseWithSchema } from '../parse-with-schema';
import { parseYaml } from '../parse-yaml';
import { newExercise, newSample } from '../scaffold/new-exercise';
import { newLesson, newQuiz } from '../scaffold/new-lesson';
import { newModule } from '../scaffold/new-module';
import { ScaffoldRefusal, type Skeleton } from '../scaffold/skeleton';
import { readToday } from './read-today';

/** npm run new -- KIND …: a skeleton of something new. It never writes over a file that is there. */
const USAGE = `Usage: npm run new -- lesson M3 where-it-waits [--title "Where it waits"]
       npm run new -- quiz where-it-waits
       npm run new -- exercise [S26] [--title "A gateway for lifts"]
       npm run new -- sample S26 nonnative_good
       npm run new -- module people-and-teams [--title "People and teams"]`;

const root = process.cwd();

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { title: { type: 'string' }, today: { type: 'string' } },
  });
  const skeleton = plan(positionals, values.title, readToday(values.today), await readContentFiles(root));
  write(skeleton);
  console.log(`\nNext:\n${skeleton.next.map((step, index) => `  ${index + 1}. ${step}`).join('\n')}`);
} catch (problem) {
  if (!(problem instanceof ScaffoldRefusal || (problem instanceof Error && 'code' in problem))) throw problem;
  console.error(`${problem.message}\n\n${USAGE}`);
  process.exitCode = 2;
}

function plan(
  [kind, first, second]: readonly string[],
  title: string | undefined,
  today: string,
  files: readonly ContentFile[],
): Skeleton {
  const { outline } = loadOutline(files);
  const names = files.map(({ file }) => file);
  switch (kind) {
    case 'lesson':
      return newLesson({ module: first, id: second, title, today }, outline, names);
    case 'quiz':
      return newQuiz(first, files);
    case 'exercise':
      return newExercise(first, title, names);
    case 'sample': {
      const found = loadExercises(files).exercises.find(({ scenario }) => scenario.id === first);
      const criteria = found?.rubric.criteria.map(({ id }) => id) ?? [];
      const components = found?.scenario.components.map(({ id }) => id) ?? [];
      return newSample({ exercise: first, profile: second, criteria, components });
    }
    case 'module':
      return newModule(first, title, outline);
    default:
      throw new ScaffoldRefusal(
        `${kind ? `"${kind}" is unknown` : 'The kind is missing'}, expected lesson, quiz, exercise, sample or module.`,
      );
  }
}

function write({ files, append }: Skeleton): void {
  const at = (file: string) => path.join(root, file);
  const taken = files.find(({ file }) => existsSync(at(file)));
  if (taken) throw new ScaffoldRefusal(`There is a file ${taken.file} already, and nothing is written over it.`);
  for (const { file, text } of files) {
    mkdirSync(path.dirname(at(file)), { recursive: true });
    writeFileSync(at(file), text, { flag: 'wx' });
    console.log(`Wrote ${file}`);
  }
  if (append) addToEnd(append.file, append.text);
}

function addToEnd(file: string, text: string): void {
  const before = readFileSync(path.join(root, file), 'utf8');
  const added = `${before.endsWith('\n') ? '' : '\n'}${text}`;
  if (parseWithSchema(CourseOutlineSchema, parseYaml(before + added, file), file).problems.length > 0)
    throw new ScaffoldRefusal(`${file} does not end with its list of modules, so add this to the list:\n${text}`);
  appendFileSync(path.join(root, file), added);
  console.log(`Added to the end of ${file}`);
}
