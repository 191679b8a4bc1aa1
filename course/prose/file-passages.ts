import type { ContentFile } from '../content-files';
import { parseYaml } from '../parse-yaml';
import { formatPath } from '../problem';
import type { Passage } from './passage';

/** Which values of which files a learner reads, at once or after answering. Ids, keys and addresses are none. */
const SHOWN: readonly { readonly file: RegExp; readonly path: RegExp }[] = [
  { file: /^lessons\/course\.yaml$/, path: /^title$|\.(title|aim)$/ },
  { file: /^lessons\/.*\/quiz\.yaml$/, path: /\.(stem|text|rationale|modelAnswer)$/ },
  {
    file: /^exercises\/[^/]+\/scenario\.yaml$/,
    path: /^(title|brief|given|deciding_constraints|defensible_answers|tempting_wrong|twist|extra_twist|ask_before_deciding)\b|^components\[\d+\]\.(name|because)$|^boundary\.(why|avoid)$|\.ask$/,
  },
  { file: /^exercises\/[^/]+\/model-answers\.yaml$/, path: /\.(note|explanation)$/ },
  { file: /^exercises\/[^/]+\/twists\.yaml$/, path: /\.feedback\.(right|wrong)$/ },
  { file: /^exercises\/[^/]+\/contrary\.yaml$/, path: /\.(case|holds_if|point)$/ },
  { file: /^lessons\/paths\.yaml$/, path: /\.(title|audience|outcome|why)$/ },
  { file: /^library\/claims\.yaml$/, path: /\.(claim|why|flipsWhen|misconception)$/ },
  { file: /^library\/cases\.yaml$/, path: /\.(title|decision|decidingConstraint|text)$/ },
  { file: /^library\/misconceptions\.yaml$/, path: /\.(statement|answer)$/ },
  { file: /^library\/glossary\.yaml$/, path: /\.text$/ },
];

/** The texts of a YAML file that a learner reads. A file that cannot be read was reported while loading. */
export function filePassages({ file, text }: ContentFile): Passage[] {
  const shown = SHOWN.find((candidate) => candidate.file.test(file));
  if (!shown) return [];
  const yaml = parseYaml(text, file);
  return [...textsIn(yaml.value, [])].flatMap(({ path, value }): Passage[] => {
    const place = formatPath(path);
    if (!shown.path.test(place)) return [];
    const line = yaml.lineOf(path);
    return [
      { file, path: `${place}${line ? ` (line ${line})` : ''}`, kind: 'paragraph', text: value.replaceAll('**', '') },
    ];
  });
}

function* textsIn(
  value: unknown,
  path: readonly (string | number)[],
): Generator<{ path: (string | number)[]; value: string }> {
  if (typeof value === 'string') yield { path: [...path], value };
  else if (Array.isArray(value)) for (const [index, entry] of value.entries()) yield* textsIn(entry, [...path, index]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, entry] of Object.entries(value)) yield* textsIn(entry, [...path, key]);
}
