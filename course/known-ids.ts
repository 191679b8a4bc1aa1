/** Everything that may be named, entries with a fault of their own included: each fault is reported once. */
export interface KnownIds {
  readonly claims: ReadonlySet<string>;
  readonly cases: ReadonlySet<string>;
  readonly exercises: ReadonlySet<string>;
  readonly misconceptions: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
  readonly lessons: ReadonlySet<string>;
}
