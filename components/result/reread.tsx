import Link from 'next/link';
import { casePath, lessonPath } from '@/components/paths';
import type { RereadLink } from '@/schemas/reread';
import styles from './reread.module.css';

interface RereadProps {
  readonly links: readonly RereadLink[];
  /** The criterion's, for whoever hears the list without seeing where it stands. */
  readonly title: string;
}

/** Lessons and cases to go back to. Nothing where nothing of it is written yet. */
export function Reread({ links, title }: RereadProps) {
  if (links.length === 0) return null;
  return (
    <div className={styles.reread}>
      <span>Reread:</span>
      <ul aria-label={`Reread for ${title}`}>
        {links.map((link) => (
          <li key={link.title}>
            <Place link={link} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Place({ link }: { readonly link: RereadLink }) {
  if (link.kind === 'case') return <Link href={casePath(link.caseId)}>{link.title}</Link>;
  const page = lessonPath(link.lessonId);
  return <Link href={link.anchor === null ? page : `${page}#${link.anchor}`}>{link.title}</Link>;
}
