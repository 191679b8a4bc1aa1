/**
 * What columns hold, on both engines (docs/decisions/012-one-sqlite-adapter.md): ids are text (UUIDv7), times are
 * milliseconds, truth is 0 or 1, structures are JSON text. Rows become nouns in one place each, through the schemas.
 */
export type Time = number;
export type Truth = number;
export type Json = string;
