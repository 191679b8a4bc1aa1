'use client';

import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { EMPTY_DECISION } from '@/schemas/decision';
import { inSixMonths, today } from './days';
import { useAddDecision } from './use-add-decision';

/** One part to begin with, because a decision is about something. */
const firstPart = { name: '', choice: 'keep-existing', other: '' } as const;

export function NewDecision() {
  const { isAdding, problem, add } = useAddDecision();
  const start = () => add({ ...EMPTY_DECISION, date: today(), reviewOn: inSixMonths(), parts: [firstPart] });
  return (
    <>
      <Button kind="primary" isBusy={isAdding} onClick={() => void start()}>
        Write a decision
      </Button>
      {problem ? (
        <Notice kind="problem" live="alert" title="No decision was added.">
          <p>{problem}</p>
        </Notice>
      ) : null}
    </>
  );
}
