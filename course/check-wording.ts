import type { Item } from '@/schemas/item';
import type { InspectedLesson } from './load-lessons';
import { plainStatement } from './plain-statement';
import type { Problem } from './problem';

/** Rules of item writing that a machine can be certain about. */
export function checkWording(lessons: readonly InspectedLesson[]): Problem[] {
  return lessons.flatMap(({ loaded, quizFile, quizYaml }) =>
    loaded.quiz.items.flatMap((item, index) =>
      wordingProblems(item).map(({ path, message }) => {
        const line = quizYaml.lineOf(['items', index, ...path]);
        const place = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
        return {
          file: quizFile,
          path: `items[${index}]${place}`,
          message: `${message}${line ? ` (line ${line})` : ''}`,
        };
      }),
    ),
  );
}

interface Finding {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const ALL_OR_NONE = /\b(?:all|none|both|neither) of the (?:above|others?|options)\b/i;

function wordingProblems(item: Item): Finding[] {
  const lists = shownLists(item);
  const catchAlls = lists.flatMap(({ name, texts }) =>
    texts.flatMap((text, index): Finding[] =>
      ALL_OR_NONE.test(text)
        ? [{ path: [name, index, 'text'], message: `says "${text}", expected an answer that stands by itself` }]
        : [],
    ),
  );
  const twins = lists.flatMap(({ name, texts }) =>
    texts.flatMap((text, index): Finding[] => {
      const first = texts.findIndex((other) => plainStatement(other) === plainStatement(text));
      return first < index
        ? [{ path: [name, index, 'text'], message: `repeats ${name}[${first}], expected a different text` }]
        : [];
    }),
  );
  return [...catchAlls, ...twins, ...keyProblems(item)];
}

/** A multiple choice where everything is right, or a key that names an option twice, cannot be meant. */
function keyProblems(item: Item): Finding[] {
  if (item.type !== 'multiple-choice') return [];
  if (new Set(item.key).size !== item.key.length)
    return [{ path: ['key'], message: 'names an option twice, expected each once' }];
  if (item.key.length === item.options.length)
    return [{ path: ['key'], message: 'marks every option as right, expected at least one that is wrong' }];
  return [];
}

function shownLists(item: Item): { name: string; texts: string[] }[] {
  const texts = (list: readonly { text: string }[]) => list.map(({ text }) => text);
  switch (item.type) {
    case 'single-choice':
    case 'multiple-choice':
      return [{ name: 'options', texts: texts(item.options) }];
    case 'ordering':
      return [{ name: 'entries', texts: texts(item.entries) }];
    case 'matching':
      return [
        { name: 'entries', texts: texts(item.entries) },
        { name: 'categories', texts: texts(item.categories) },
      ];
    case 'numeric':
    case 'short-answer':
    case 'spot-the-defect':
      return [];
    default:
      return item satisfies never;
  }
}
