/** An expected refusal is a value with a closed list of reasons; a broken invariant throws. */
export type Outcome<Value, Reason extends string, Detail = undefined> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: Reason; readonly detail?: Detail };
