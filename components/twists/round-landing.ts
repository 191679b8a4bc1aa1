/** The landing note of a round: its page tells by it that the reader comes from handing in. */
export const roundLanding = (submissionId: string, n: number, number: number): string =>
  `${submissionId}/${n}/${number}`;
