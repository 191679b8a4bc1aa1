import type { LessonSection } from '@/schemas/course';
import type { TermId } from '@/schemas/ids';
import { collectText, type LessonText } from './collect-text';
import { KNOWN_COMPONENTS, KNOWN_LANGUAGES } from './known-components';

/** The parts of an MDX syntax tree that are looked at here. */
export interface MdxNode {
  readonly type: string;
  readonly name?: string | null;
  readonly lang?: string | null;
  readonly value?: unknown;
  readonly attributes?: readonly MdxNode[];
  readonly children?: readonly MdxNode[];
  readonly data?: unknown;
  readonly position?: { readonly start: { readonly line: number } };
}

export interface Mention {
  readonly id: string;
  readonly line: number;
}

/** What a lesson's text holds, found in its syntax tree. */
export interface MdxContents {
  /** The text as a reader meets it, listings left out. */
  readonly text: LessonText;
  /** Claims shown as a card. */
  readonly claims: Mention[];
  /** Cases shown as a card. */
  readonly cases: Mention[];
  /** The running text, for ids that are referred to in words. */
  readonly prose: string[];
  readonly sections: LessonSection[];
  /** Terms of the glossary that are marked, in order. */
  readonly terms: TermId[];
  /** Names of the components used, once for each use. */
  readonly parts: string[];
  /** Lines of each listing. */
  readonly listings: number[];
  readonly refusals: { readonly line: number; readonly message: string }[];
}

/**
 * A remark plugin that fills `contents` while the lesson is compiled. Lessons are trusted repository files, yet they
 * stay content: no import, no export, and braces hold plain values only.
 */
export function inspectMdx(contents: MdxContents) {
  return () => (tree: MdxNode) => {
    walk(tree, (node) => inspect(node, contents));
    collectText(tree, contents.text);
  };
}

function walk(node: MdxNode, visit: (node: MdxNode) => void): void {
  visit(node);
  for (const child of node.children ?? []) walk(child, visit);
}

function inspect(node: MdxNode, contents: MdxContents): void {
  const line = node.position?.start.line ?? 0;
  const refuse = (message: string) => contents.refusals.push({ line, message });
  switch (node.type) {
    case 'mdxjsEsm':
      refuse('holds an import or export, expected text and the known components only');
      break;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      if (!isPlainValue(node.data)) refuse(`computes {${String(node.value)}}, expected plain text or a plain value`);
      break;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      inspectElement(node, contents, line);
      break;
    case 'code':
      contents.listings.push(String(node.value ?? '').split('\n').length);
      if (node.lang && !KNOWN_LANGUAGES.includes(node.lang))
        refuse(`marks code as ${node.lang}, expected one of ${KNOWN_LANGUAGES.join(', ')}`);
      break;
    case 'text':
    case 'inlineCode':
      contents.prose.push(String(node.value ?? ''));
      break;
  }
}

function inspectElement(node: MdxNode, contents: MdxContents, line: number): void {
  const refuse = (message: string) => contents.refusals.push({ line, message });
  const name = node.name ?? '';
  contents.parts.push(name);
  if (/^[A-Z]/.test(name) && !KNOWN_COMPONENTS.includes(name))
    refuse(`uses <${name}>, expected one of ${KNOWN_COMPONENTS.join(', ')}`);
  if (name === 'script' || name === 'iframe' || name === 'style') refuse(`uses <${name}>, which a lesson may not hold`);
  for (const attribute of node.attributes ?? []) {
    if (attribute.type === 'mdxJsxExpressionAttribute') refuse(`spreads {…} over <${name}>, expected named attributes`);
    else if (isNode(attribute.value) && !isPlainValue(attribute.value.data))
      refuse(`computes ${attribute.name}={${String(attribute.value.value)}} of <${name}>, expected a plain value`);
    else if (/^on[A-Z]/.test(attribute.name ?? ''))
      refuse(`sets ${attribute.name} on <${name}>, expected no event handler`);
  }
  if (name !== 'Claim' && name !== 'Case') return;
  const id = node.attributes?.find((attribute) => attribute.name === 'id')?.value;
  if (typeof id === 'string') (name === 'Claim' ? contents.claims : contents.cases).push({ id, line });
  else refuse(`shows a <${name}> without an id, expected <${name} id="${name === 'Claim' ? 'A-III-2' : 'C01'}" />`);
}

/** Expressions may hold literals, arrays and objects of them, and comments; nothing that names or calls anything. */
const PLAIN = new Set([
  'Program',
  'ExpressionStatement',
  'Literal',
  'ArrayExpression',
  'ObjectExpression',
  'UnaryExpression',
]);

function isPlainValue(data: unknown): boolean {
  return isNode(data) && 'estree' in data && isPlainTree(data.estree);
}

function isPlainTree(node: unknown): boolean {
  if (!isNode(node)) return false;
  const { type } = node;
  if (type === 'Property')
    return 'computed' in node && node.computed === false && 'value' in node && isPlainTree(node.value);
  if (typeof type !== 'string' || !PLAIN.has(type)) return false;
  const inner = ['body', 'elements', 'properties', 'expression', 'argument'].flatMap((key) =>
    key in node ? [field(node, key)] : [],
  );
  return inner.flat().every(isPlainTree);
}

function field(node: object, key: string): unknown {
  return Object.entries(node).find(([name]) => name === key)?.[1];
}

function isNode(value: unknown): value is { type?: unknown; value?: unknown; data?: unknown } {
  return typeof value === 'object' && value !== null;
}
