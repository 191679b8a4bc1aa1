import type { ComponentProps, ReactNode } from 'react';
import * as instruments from '@/components/instruments/lazy';
import { Aside } from '@/components/lesson/aside';
import { CaseCard } from '@/components/lesson/case-card';
import { Checkpoint } from '@/components/lesson/checkpoint';
import { ClaimCard } from '@/components/lesson/claim-card';
import { CodePair } from '@/components/lesson/code-pair';
import { Source } from '@/components/lesson/source';
import { SummaryCard } from '@/components/lesson/summary-card';
import { ReportButton } from '@/components/report/report-button';
import { listingId } from '@/course/listings';
import { sectionId } from '@/course/section-id';
import { selectCase, selectClaim } from '@/course/select';
import type { Course } from '@/schemas/course';
import type { LessonId } from '@/schemas/ids';
import { plainText } from './sections';

function SectionHeading({ children }: { readonly children?: ReactNode }) {
  return (
    <h2 id={sectionId(plainText(children))} tabIndex={-1} data-section="">
      {children}
    </h2>
  );
}

/** A table of a lesson scrolls by itself on a phone, so the region must be reachable by keyboard. */
function ScrollingTable({ children }: { readonly children?: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section data-table="" tabIndex={0} aria-label="Table">
      <table>{children}</table>
    </section>
  );
}

/** A listing with a way to say that it is wrong; its address and its id come from its own text. */
function listingOf(lessonId: LessonId) {
  return function Listing(props: ComponentProps<'pre'>) {
    const id = listingId(plainText(props.children));
    return (
      <>
        <pre {...props} id={`listing-${id}`} />
        <ReportButton about={{ kind: 'listing', lessonId, listingId: id }} what={`the listing above`} />
      </>
    );
  };
}

/** Every name a lesson may use (course/known-components.ts), with its code. */
export function lessonComponents(course: Course, lessonId: LessonId) {
  return {
    h2: SectionHeading,
    pre: listingOf(lessonId),
    table: ScrollingTable,
    Aside,
    Case: ({ id }: { readonly id: string }) => <CaseCard entry={selectCase(course, id)} />,
    Checkpoint,
    Claim: ({ id }: { readonly id: string }) => <ClaimCard claim={selectClaim(course, id)} lessonId={lessonId} />,
    CodePair,
    Source,
    Summary: SummaryCard,
    ...instruments,
  };
}
