'use client';

import { useEffect, useState } from 'react';
import { takeLanding } from '@/components/exercise/landing-note';
import { VisuallyHidden } from '@/components/ui/visually-hidden';

interface LandingProps {
  readonly submissionId: string;
  readonly headingId: string;
  /** Said once to screen readers, such as "Graded: 71 %, passed." */
  readonly message: string;
}

/** After handing in: puts the focus on the result's heading and says the outcome, politely and once. */
export function Landing({ submissionId, headingId, message }: LandingProps) {
  const [said, setSaid] = useState('');
  // Focus and the live region belong to the document; this runs once, and only on the way from handing in.
  useEffect(() => {
    if (!takeLanding(submissionId)) return;
    document.getElementById(headingId)?.focus();
    setSaid(message);
  }, [submissionId, headingId, message]);
  return (
    <VisuallyHidden>
      <span role="status">{said}</span>
    </VisuallyHidden>
  );
}
