import { Fragment } from 'react';
import { splitAtAddresses } from '@/components/case/source-entries';
import { InlineText } from '@/components/ui/inline-text';

/** Text of an entry: inline markup, and links to the pages that somebody here has opened. */
export function LinkedText({ text }: { readonly text: string }) {
  return splitAtAddresses(text).map((piece) =>
    piece.url === null ? (
      <Fragment key={piece.at}>
        <InlineText text={piece.text} />
      </Fragment>
    ) : (
      <a key={piece.at} href={piece.url} rel="noreferrer">
        {piece.text}
      </a>
    ),
  );
}
