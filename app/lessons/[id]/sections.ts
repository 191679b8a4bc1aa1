import { Children, isValidElement, type ReactNode } from 'react';
import { sectionId } from '@/course/section-id';

export interface Section {
  readonly id: string;
  readonly title: string;
}

/** The words of a rendered heading, whatever is emphasised in it. */
export function plainText(node: ReactNode): string {
  return Children.toArray(node)
    .map((child) => {
      if (typeof child === 'string' || typeof child === 'number') return String(child);
      return isValidElement<{ children?: ReactNode }>(child) ? plainText(child.props.children) : '';
    })
    .join('');
}

/** The second-level headings of an MDX source, outside listings. */
export function listSections(mdx: string): Section[] {
  const prose = mdx.replace(/^(```|~~~)[\s\S]*?^\1/gm, '');
  return [...prose.matchAll(/^## +(.+?) *$/gm)].map(([, raw = '']) => {
    const title = raw.replace(/[`*_]/g, '');
    return { id: sectionId(title), title };
  });
}
