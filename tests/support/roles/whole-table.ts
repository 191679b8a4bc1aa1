import { DESK } from './desk';
import { DISPUTING } from './disputing';
import { ENTERING } from './entering';
import { KEEPING } from './keeping';
import { READING } from './reading';
import { REVIEWING } from './reviewing';
import { STUDYING } from './studying';
import type { Table } from './table';
import { TEAMING } from './teaming';

/** Every exported server function that is told who asks. */
export const WHOLE_TABLE: Table = {
  ...DESK,
  ...READING,
  ...REVIEWING,
  ...DISPUTING,
  ...TEAMING,
  ...STUDYING,
  ...KEEPING,
  ...ENTERING,
};
