import Link from 'next/link';
import { lessonPath } from '@/components/paths';
import { moduleNumber, sayModules } from '@/components/placement/say-modules';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import type { PlacementResult } from '@/schemas/placement';

/** What the placement suggested, until its owner has started somewhere. */
export function PlacementNote({ result }: { readonly result: PlacementResult }) {
  const { start, skim } = result;
  if (!start)
    return (
      <Notice title="Your placement: every item was solid">
        <p>
          Skim the lessons and go to the exercises. <Link href="/placement">See it by module</Link>
        </p>
      </Notice>
    );
  return (
    <Notice
      title={`Your placement suggests module ${moduleNumber(start.moduleId)}: ${start.title}`}
      actions={
        <LinkButton href={lessonPath(start.lessonId)} kind="primary" size="small">
          Read “{start.lessonTitle}”
        </LinkButton>
      }
    >
      <p>
        {skim.length > 0 ? `You can skim ${sayModules(skim)}. ` : ''}It is a hint from one item a module.{' '}
        <Link href="/placement">See it by module</Link>
      </p>
    </Notice>
  );
}
