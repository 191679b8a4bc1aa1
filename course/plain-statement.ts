/** A statement as it counts: case, spaces and a full stop make no difference. */
export const plainStatement = (statement: string): string =>
  statement
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/(?<![.\s])[.\s]+$/, '');
