'use client';

import { useEffect, useState } from 'react';
import { keepPlace, placeAfter, type ReadingPlace, readPlace, START } from '@/components/lesson/reading-place';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import styles from './lesson.module.css';
import reading from './reading.module.css';
import type { Section } from './sections';

interface LessonContentsProps {
  readonly lessonId: string;
  readonly sections: readonly Section[];
}

function look(before: ReadingPlace): ReadingPlace {
  const headings = [...document.querySelectorAll<HTMLElement>('[data-section]')];
  const tops = headings.map((heading) => ({ id: heading.id, top: heading.getBoundingClientRect().top }));
  const end = document.querySelector('[data-lesson-text]')?.getBoundingClientRect().bottom ?? 0;
  return placeAfter(before, tops, { end, height: window.innerHeight });
}

/** The sections of the lesson, those read marked; whoever comes back finds a link to where they were. */
export function LessonContents({ lessonId, sections }: LessonContentsProps) {
  const [place, setPlace] = useState(START);
  const [resume, setResume] = useState<Section | null>(null);

  // How far one has scrolled is the browser's to tell, and where one was is kept in its storage.
  useEffect(() => {
    const ids = sections.map(({ id }) => id);
    let now = readPlace(lessonId, ids);
    const place = now.at === ids[0] ? null : now.at;
    setPlace(now);
    if (!window.location.hash && window.scrollY < 200) setResume(sections.find(({ id }) => id === place) ?? null);
    let frame = 0;
    function note() {
      frame = 0;
      const next = look(now);
      if (next === now) return;
      // Above the first section is where every visit begins: that is no place to come back to.
      now = next.at === null ? { ...next, at: now.at } : next;
      keepPlace(lessonId, now);
      setPlace(now);
    }
    function onScroll() {
      frame ||= requestAnimationFrame(note);
    }
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      window.removeEventListener('scroll', onScroll);
      cancelAnimationFrame(frame);
    };
  }, [lessonId, sections]);

  return (
    <nav className={styles.contents} aria-label="Sections">
      <p>In this lesson</p>
      <ol>
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`} {...(place.read.includes(id) ? { className: reading.read } : {})}>
              {title}
              {place.read.includes(id) ? <VisuallyHidden> (read)</VisuallyHidden> : null}
            </a>
          </li>
        ))}
      </ol>
      {resume ? (
        <div className={reading.resume} data-print="hide">
          You were here:
          <a href={`#${resume.id}`}>{resume.title}</a>
        </div>
      ) : null}
    </nav>
  );
}
