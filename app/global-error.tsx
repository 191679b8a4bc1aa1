'use client';

import './globals.css';
import styles from './message-page.module.css';

/** Stands in for the whole document when the layout itself fails; it may rest on nothing that could fail again. */
export default function GlobalError({ error }: { readonly error: Error & { readonly digest?: string } }) {
  return (
    <html lang="en-GB">
      <body>
        <title>The course is not answering · Defensible</title>
        <main className={styles.page}>
          <p className={styles.eyebrow}>The course is not answering</p>
          <h1>The server could not make any page</h1>
          <p>
            Everything handed in is stored. Reload in a minute; if this stays, tell whoever runs this course: the log of
            the server names the cause.
          </p>
          <p>
            {/* A full load on purpose: the router of the broken page cannot be trusted. */}
            <a href="/">Load the course again</a>
          </p>
          {error.digest ? <p className={styles.detail}>Reference: {error.digest}</p> : null}
        </main>
      </body>
    </html>
  );
}
