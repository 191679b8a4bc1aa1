import { type LearnerId, LearnerIdSchema } from '@/schemas/ids';

/** What a preview is called wherever a learner's name stands; short enough for the head of a phone. */
export const PREVIEW_NAME = 'Preview';

/**
 * Names the learner in whose place its browser looks at the course. It gives nothing: without a session of the person
 * who started that preview it means nothing, and with one it only takes powers away.
 */
const PREVIEW_COOKIE = 'preview_as';

/** The preview that a browser is in, if its cookies name one. */
export function previewInCookies(headers: Headers): LearnerId | null {
  const pairs = (headers.get('cookie') ?? '').split(/;\s*/);
  const pair = pairs.find((candidate) => candidate.startsWith(`${PREVIEW_COOKIE}=`));
  const read = LearnerIdSchema.safeParse(pair?.slice(PREVIEW_COOKIE.length + 1));
  return read.success ? read.data : null;
}

/** The Set-Cookie header that begins a preview in a browser, or with null ends it. Over with the browser's session. */
export function previewCookie(learnerId: LearnerId | null, isSecure: boolean): string {
  const end = learnerId === null ? '; Max-Age=0' : '';
  return `${PREVIEW_COOKIE}=${learnerId ?? ''}; Path=/; HttpOnly; SameSite=Lax${end}${isSecure ? '; Secure' : ''}`;
}
