/** A lesson's YAML head and its MDX body. The body keeps its line numbers: the head's lines become blank ones. */
export interface SplitLesson {
  readonly head: string;
  readonly body: string;
}

export function splitFrontMatter(text: string): SplitLesson | null {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines[0]?.trimEnd() !== '---') return null;
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (end === -1) return null;
  const blank = new Array<string>(end + 1).fill('');
  return { head: lines.slice(1, end).join('\n'), body: [...blank, ...lines.slice(end + 1)].join('\n') };
}
