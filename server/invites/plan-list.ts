import 'server-only';
import { z } from 'zod';
import { isLive } from '@/grader/csv/write-csv';
import type { RosterLine, RosterLineStatus } from '@/schemas/invite';
import { type Role, RoleSchema } from '@/schemas/roster';
import type { ListLine } from './read-list';

/** What is known of the addresses of a list; addresses are in small letters. */
export interface Known {
  /** "address role" of everybody who is or was in the cohort, with whether they are. */
  readonly here: ReadonlyMap<string, 'active' | 'withdrawn'>;
  /** "address role" of open personal invitations. */
  readonly invited: ReadonlySet<string>;
  /** The other cohorts of the asking person in which an address is. */
  readonly elsewhere: ReadonlyMap<string, string>;
}

/** A line that leads to a new link. */
export interface PlannedLine extends RosterLine {
  readonly asRole: Role | null;
}

const EmailSchema = z.email().max(254);
const MOST_NAME = 120;

export const keyOf = (email: string, role: string): string => `${email} ${role}`;

interface Judged {
  readonly status: RosterLineStatus;
  readonly detail?: string;
}

function mistakeIn({ email, name, role }: ListLine): Judged | null {
  if (isLive(email) || isLive(name) || isLive(role))
    return { status: 'formula', detail: 'A cell begins with a sign that a spreadsheet would compute.' };
  if (!EmailSchema.safeParse(email).success) return { status: 'wrong-address' };
  if (name.length > MOST_NAME || /\p{Cc}/u.test(name)) return { status: 'wrong-name' };
  return role === '' || RoleSchema.safeParse(role).success ? null : { status: 'unknown-role' };
}

function standingOf(email: string, role: Role, known: Known): Judged {
  const here = known.here.get(keyOf(email, role));
  if (here === 'active') return { status: 'already-in' };
  if (here === 'withdrawn')
    return { status: 'withdrawn', detail: 'Was taken out of this cohort. The people page lets them in again.' };
  if (known.invited.has(keyOf(email, role)))
    return { status: 'again', detail: 'Has an invitation that nobody used; the new link replaces it.' };
  const other = known.elsewhere.get(email);
  return other === undefined ? { status: 'new' } : { status: 'elsewhere', detail: `Is in ${other} and stays there.` };
}

/** Says for each line what would happen to it. Of two lines for one person and role, the first counts. */
export function planList(lines: readonly ListLine[], known: Known): PlannedLine[] {
  const seen = new Map<string, number>();
  return lines.map((line): PlannedLine => {
    const said = { ...line, url: null, email: line.email.slice(0, 300), name: line.name.slice(0, 300) };
    const mistake = mistakeIn(line);
    if (mistake) return { ...said, detail: '', ...mistake, role: line.role.slice(0, 40), asRole: null };
    const email = line.email.toLowerCase();
    const role = RoleSchema.parse(line.role || 'learner');
    const earlier = seen.get(keyOf(email, role));
    if (earlier !== undefined)
      return { ...said, email, role, status: 'duplicate', detail: `Stands in line ${earlier} as well.`, asRole: null };
    seen.set(keyOf(email, role), line.line);
    const standing = standingOf(email, role, known);
    const isInvited = ['new', 'again', 'elsewhere'].includes(standing.status);
    return { ...said, email, role, detail: '', ...standing, asRole: isInvited ? role : null };
  });
}
