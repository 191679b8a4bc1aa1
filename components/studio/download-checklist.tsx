'use client';

import { DownloadButton } from './download-button';

/** The text is made on the server, where the feedback is. */
export function DownloadChecklist({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <DownloadButton name={name} text={() => text}>
      Download as Markdown
    </DownloadButton>
  );
}
