import 'server-only';
import { v7 } from 'uuid';

/** A UUIDv7: unique without a sequence, so rows can move between databases, and roughly in order of creation. */
export function newId(): string {
  return v7();
}
