import type { Metadata } from 'next';
import Link from 'next/link';
import { DataTable } from '@/components/ui/data-table';
import styles from './accessibility.module.css';

export const metadata: Metadata = {
  title: 'Accessibility',
  description:
    'What this course does for readers with any way of reading and operating it, how that is tested, and what is missing.',
};

const WAYS = [
  ['Keyboard alone', 'Everything, the editor for decision records included. Press ? on any page for its keys.'],
  ['Screen reader', 'Every picture and chart has words or a table beside it. No screen reader was listened to yet.'],
  ['Large text', 'Up to 200 % of the size, and in a window 320 pixels wide, without scrolling sideways to read.'],
  [
    'Colours of your own',
    'Light, dark, and the forced colours of the system. Each colour comes with a word or a mark.',
  ],
  ['Less motion', 'Nothing moves where the system asks for less motion.'],
  ['Touch', 'Nothing has to be dragged, and what is pressed is at least 24 by 24 pixels or stands apart.'],
  [
    'Time',
    'Lessons, quizzes and exercises have no clock. A round in the group shows one, and nothing ends when it does.',
  ],
] as const;

/** What is claimed here is what the tests named here show; docs/decisions/046 says which test shows what. */
export default function AccessibilityPage() {
  return (
    <div className={styles.page}>
      <h1>Accessibility</h1>
      <p>
        The course is built to meet the Web Content Accessibility Guidelines 2.2 at level AA. We tested that ourselves,
        as described below; nobody from outside has audited it.
      </p>
      <section aria-labelledby="ways">
        <h2 id="ways">Ways of using it</h2>
        <DataTable caption="What works for each way of reading and operating">
          <thead>
            <tr>
              <th scope="col">With</th>
              <th scope="col">What works</th>
            </tr>
          </thead>
          <tbody>
            {WAYS.map(([way, what]) => (
              <tr key={way}>
                <th scope="row">{way}</th>
                <td>{what}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      </section>
      <section aria-labelledby="tested">
        <h2 id="tested">How it is tested</h2>
        <p>
          Before each release a program opens every page in Chromium, as a visitor, a learner and an instructor, in
          light and dark, at three widths, and looks for faults: contrast, names, headings, landmarks, sizes, sideways
          scrolling. Another walks the course with nothing but a keyboard and checks at each stop that the focus can be
          seen. Programs find about half of such faults, so what is read aloud is also kept in files that a person
          reviews.
        </p>
      </section>
      <section aria-labelledby="missing">
        <h2 id="missing">What is missing</h2>
        <ul>
          <li>
            No screen reader and no speech input was tried by hand, and nobody who depends on one has tested the course.
          </li>
          <li>Only Chromium is tested. Firefox and Safari should work; we do not know where they do not.</li>
          <li>
            The code editor speaks less well than a plain field. Each exercise offers both, and remembers your choice.
            Tab leaves the editor, so it cannot indent.
          </li>
          <li>Wide tables of the instructor’s desk scroll sideways within themselves on small windows.</li>
          <li>Pages of other sites that the course cites are outside of our reach.</li>
        </ul>
      </section>
      <section aria-labelledby="tell">
        <h2 id="tell">Whom to tell</h2>
        <p>
          Something stands in your way? In a lesson, a quiz or a result, “Something is wrong here” reaches your
          instructors. Anywhere else, tell whoever gave you the address of this course: they can pass it on to the
          project. Say which page it was, what you wanted to do, and what you use to read and operate it. Your account
          is on{' '}
          <Link href="/account" prefetch={false}>
            its own page
          </Link>
          , where single-key shortcuts can be switched off.
        </p>
      </section>
    </div>
  );
}
