/** A count as it is read: 10,000. */
export const sayCount = (count: number): string => count.toLocaleString('en-GB');
