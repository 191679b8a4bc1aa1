/** What the start page says about the placement. */
export interface PlacementFacts {
  readonly itemCount: number;
  readonly minutes: number;
}
