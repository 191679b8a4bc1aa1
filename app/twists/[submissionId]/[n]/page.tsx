import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { TwistPageView } from '@/components/twists/twist-page-view';
import { SubmissionIdSchema } from '@/schemas/ids';
import { currentActor } from '@/server/actor';
import { selectTwistPage, type WantedRound } from '@/server/twists/select-twists';

export const metadata: Metadata = { title: 'One fact changes' };

interface TwistRoundPageProps {
  readonly params: Promise<{ submissionId: string; n: string }>;
  readonly searchParams: Promise<{ round?: string | string[]; again?: string | string[] }>;
}

const AddressSchema = z.object({ submissionId: SubmissionIdSchema, n: z.coerce.number().int().min(1).max(9) });
const NumberSchema = z.coerce.number().int().positive();

/** What follows the question mark: a numbered try, another one, or the latest. */
function wantedBy({ round, again }: Awaited<TwistRoundPageProps['searchParams']>): WantedRound {
  if (again !== undefined) return 'again';
  const number = NumberSchema.safeParse(round);
  return number.success ? number.data : 'latest';
}

export default async function TwistRoundPage({ params, searchParams }: TwistRoundPageProps) {
  const address = AddressSchema.safeParse(await params);
  if (!address.success) notFound();
  const actor = await currentActor();
  if (!actor) return <SignInHint what="A round belongs to the person whose hand-in it starts from." />;
  const { submissionId, n } = address.data;
  const view = await selectTwistPage(actor, submissionId, n, wantedBy(await searchParams));
  if (!view) notFound();
  return <TwistPageView key={`${n}`} view={view} />;
}
