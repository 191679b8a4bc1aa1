'use client';

import { Button } from '@/components/ui/button';

interface DownloadButtonProps {
  readonly name: string;
  readonly text: () => string;
  readonly children: string;
}

/** Hands a text over as a file; it never leaves this browser for that. */
export function DownloadButton({ name, text, children }: DownloadButtonProps) {
  function download() {
    const address = URL.createObjectURL(new Blob([text()], { type: 'text/markdown;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    // The browser has taken the blob by then; the address is only its name.
    window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }
  return <Button onClick={download}>{children}</Button>;
}

export function PrintButton() {
  return (
    <Button kind="primary" onClick={() => window.print()}>
      Print
    </Button>
  );
}
