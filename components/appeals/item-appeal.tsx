'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Question } from '@/schemas/question';

/** Fetched when somebody wants it: a quiz that is only taken does not pay for it. */
const ItemAppealForm = dynamic(() => import('./item-appeal-form').then((module) => module.ItemAppealForm), {
  ssr: false,
});

interface ItemAppealProps {
  readonly attemptId: string;
  readonly question: Question;
}

/** Beside an answer that does not count in full: ask for a person to look at it. */
export function ItemAppeal({ attemptId, question }: ItemAppealProps) {
  const [isOpen, setIsOpen] = useState(false);
  if (isOpen) return <ItemAppealForm attemptId={attemptId} question={question} />;
  return (
    <p>
      <Button kind="quiet" size="small" onClick={() => setIsOpen(true)}>
        My answer should count: appeal
      </Button>
    </p>
  );
}
