'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { percent } from '@/components/result/readings';
import { callApi } from '@/components/session/call-api';
import { Button } from '@/components/ui/button';
import type { AlikeText, ReviewView } from '@/schemas/review-desk';
import styles from './review-parts.module.css';

/** Text that stands in another draft of the exercise too: both side by side, for a person to make something of or not. */
export function AlikeTexts({ view }: { readonly view: ReviewView }) {
  if (view.alikeTexts.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="alike-texts-heading">
      <h2 id="alike-texts-heading">Also in another draft</h2>
      <p className={styles.note}>
        Somebody else handed in a text that shares much of its wording, before this one. People work together, quote the
        same source or start from one template; what it means is yours to find out. It changes no grade.
      </p>
      {view.alikeTexts.map((alike) => (
        <Pair key={alike.otherId} alike={alike} view={view} />
      ))}
    </section>
  );
}

function Pair({ alike, view }: { readonly alike: AlikeText; readonly view: ReviewView }) {
  const [message, setMessage] = useState<string | null>(null);
  const router = useRouter();
  async function setAside() {
    const path = `/api/instructor/reviews/${view.submissionId}/alike`;
    const body = { cohortId: view.cohortId, otherId: alike.otherId };
    const result = await callApi(path, { method: 'DELETE', body });
    if (result.ok) router.refresh();
    else setMessage(result.message);
  }
  return (
    <div className={styles.pair}>
      <p>
        About {percent(alike.share)} of the wording of both is the same, the brief’s own words left out.
        {alike.passages.length > 0 ? ' The longest stretches:' : ' No long stretch stands in both word for word.'}
      </p>
      {alike.passages.map(({ start, own, other }) => (
        <dl key={start} className={styles.passages}>
          <div>
            <dt>In this draft</dt>
            <dd>{own}</dd>
          </div>
          <div>
            <dt>In the other, handed in earlier</dt>
            <dd>{other}</dd>
          </div>
        </dl>
      ))}
      <Button size="small" onClick={() => void setAside()}>
        Set aside: nothing to ask about
      </Button>
      {message ? <p role="alert">{message}</p> : null}
    </div>
  );
}
