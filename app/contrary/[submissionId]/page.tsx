import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { ContraryPageView } from '@/components/contrary/contrary-page-view';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { SubmissionIdSchema } from '@/schemas/ids';
import { currentActor } from '@/server/actor';
import { selectContraryPage, type WantedReply } from '@/server/contrary/select-contrary';

export const metadata: Metadata = { title: 'The other side' };

interface ContraryRouteProps {
  readonly params: Promise<{ submissionId: string }>;
  readonly searchParams: Promise<{ reply?: string | string[]; again?: string | string[] }>;
}

const NumberSchema = z.coerce.number().int().positive();

/** What follows the question mark: a numbered reply, another one, or the latest. */
function wantedBy({ reply, again }: Awaited<ContraryRouteProps['searchParams']>): WantedReply {
  if (again !== undefined) return 'again';
  const number = NumberSchema.safeParse(reply);
  return number.success ? number.data : 'latest';
}

export default async function ContraryRoute({ params, searchParams }: ContraryRouteProps) {
  const id = SubmissionIdSchema.safeParse((await params).submissionId);
  if (!id.success) notFound();
  const actor = await currentActor();
  if (!actor) return <SignInHint what="The other side belongs to the person whose hand-in it answers." />;
  const view = await selectContraryPage(actor, id.data, wantedBy(await searchParams));
  if (!view) notFound();
  return <ContraryPageView view={view} />;
}
