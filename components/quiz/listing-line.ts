/** One line of a listing, coloured on the server for both themes. */
export interface ListingToken {
  readonly text: string;
  readonly light: string | null;
  readonly dark: string | null;
}
export type ListingLine = readonly ListingToken[];
