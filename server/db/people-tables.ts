import 'server-only';
import type { Time } from './columns';

/** How people come into a cohort. */
export interface PeopleTables {
  /** Links that let somebody in. Only the hash of the link is stored (server/link-token.ts). */
  invites: {
    id: string;
    tokenHash: string;
    cohortId: string;
    role: string;
    /** What its maker calls it. */
    label: string;
    /** Of an invitation for one person: only the account with this address can take it. Null: whoever has the link. */
    email: string | null;
    name: string | null;
    createdById: string;
    createdAt: Time;
    expiresAt: Time;
    maxUses: number;
    uses: number;
    revokedAt: Time | null;
  };

  /** Who came in by which link: once for each person, whatever the number of clicks. */
  invite_uses: { inviteId: string; learnerId: string; usedAt: Time };
}
