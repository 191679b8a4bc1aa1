import { Fragment } from 'react';

const MARKUP = /(`[^`]+`|\*\*[^*]+\*\*|\*[^*\s][^*]*\*)/;

/** Text of items and briefs: `code`, **bold** and *emphasis*, nothing else; everything is escaped by React. */
export function InlineText({ text }: { readonly text: string }) {
  const parts = text.split(MARKUP);
  // Most texts hold no markup, and pages hold hundreds of them: one string is less to render, to send and to read back.
  if (parts.length === 1) return text;
  return parts.map((part, index) => {
    // biome-ignore-start lint/suspicious/noArrayIndexKey: the parts of one string never reorder
    if (part.startsWith('`')) return <code key={index}>{part.slice(1, -1)}</code>;
    if (part.startsWith('**')) return <strong key={index}>{part.slice(2, -2)}</strong>;
    if (part.startsWith('*') && part.endsWith('*') && part.length > 2) return <em key={index}>{part.slice(1, -1)}</em>;
    return <Fragment key={index}>{part}</Fragment>;
    // biome-ignore-end lint/suspicious/noArrayIndexKey: the parts of one string never reorder
  });
}

/** The same with blank lines between paragraphs. */
export function InlineParagraphs({ text }: { readonly text: string }) {
  return text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim())
    .map((paragraph) => (
      <p key={paragraph}>
        <InlineText text={paragraph.trim()} />
      </p>
    ));
}
