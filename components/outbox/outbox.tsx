'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { keepAside } from '@/components/exercise/device-copy';
import { exercisePath } from '@/components/paths';
import banner from '@/components/session/banner.module.css';
import { deliver } from './deliver';
import { OutboxLine, type Told } from './outbox-line';
import { useRetries } from './use-retries';
import { forgetWaiting, type Reader, type WaitingHandIn, waitingOf } from './waiting-hand-in';

/**
 * On every page: sends what was handed in on this device while no server answered, and says what became of it. The page
 * of an exercise sees to its own (components/exercise/use-hand-in.ts).
 */
export function Outbox({ reader }: { readonly reader: Reader | null }) {
  const [told, setTold] = useState<readonly Told[]>([]);
  const pathname = usePathname();
  const router = useRouter();
  const learnerId = reader?.learnerId ?? null;

  async function sendAll(page: string) {
    const isElsewhere = ({ scenarioId }: WaitingHandIn) => page !== exercisePath(scenarioId);
    for (const waiting of waitingOf(reader).filter(isElsewhere)) {
      const delivery = await deliver(waiting);
      // Its text lies beside the working draft of its exercise, where the next visit finds it.
      if (delivery.status === 'refused') keepAside(learnerId, waiting.scenarioId, waiting.handIn, waiting.pressedAt);
      setTold((before) => tell(before, { waiting, delivery }));
      if (delivery.status === 'arrived') router.refresh();
    }
  }

  const latest = useRef(sendAll);
  latest.current = sendAll;
  // localStorage is outside React and absent on the server: looked into once for each page and person.
  const lookedFor = useRef<string | null>(null);
  useEffect(() => {
    const asked = `${learnerId} ${pathname}`;
    if (lookedFor.current === asked) return;
    lookedFor.current = asked;
    void latest.current(pathname);
  }, [learnerId, pathname]);
  useRetries(
    told.some(({ delivery }) => delivery.status === 'waiting'),
    () => void sendAll(pathname),
  );

  function drop({ waiting }: Told) {
    keepAside(learnerId, waiting.scenarioId, waiting.handIn, waiting.pressedAt);
    forgetWaiting(waiting);
    setTold((before) => before.filter((line) => line.waiting.key !== waiting.key));
  }

  const shown = told.filter(({ waiting }) => pathname !== exercisePath(waiting.scenarioId));
  return (
    <div role="status" data-print="hide">
      {shown.map((line) => (
        <div key={line.waiting.key} className={banner.banner}>
          <OutboxLine told={line} onDrop={() => drop(line)} />
        </div>
      ))}
    </div>
  );
}

/** One line for each hand-in, with the last that is known of it. */
function tell(before: readonly Told[], told: Told): readonly Told[] {
  const others = before.filter(({ waiting }) => waiting.key !== told.waiting.key);
  if (told.delivery.status !== 'gone') return [...others, told];
  // Another tab sent it, and says so there; only what this tab has said to be waiting is out of date.
  return others;
}
