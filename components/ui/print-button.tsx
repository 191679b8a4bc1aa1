'use client';

import { Button } from './button';

/** Opens the browser's own print dialogue; it is not on the paper itself. */
export function PrintButton({ children }: { readonly children: string }) {
  return (
    <Button size="small" data-print="hide" onClick={() => window.print()}>
      {children}
    </Button>
  );
}
