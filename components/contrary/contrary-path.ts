/** Page of the other side of a hand-in, or one numbered reply to it. */
export const contraryPath = (submissionId: string): `/contrary/${string}` => `/contrary/${submissionId}`;
export const replyPath = (submissionId: string, number: number): `/contrary/${string}` =>
  `/contrary/${submissionId}?reply=${number}`;

/** The landing note of a reply: its page tells by it that the reader comes from handing in. */
export const replyLanding = (submissionId: string, number: number): string => `${submissionId}/contrary/${number}`;
