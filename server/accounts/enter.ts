import 'server-only';
import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

/**
 * Begins a session for somebody whom single sign-on has already shown. Called by the server only: the library's HTTP
 * routes are not mounted. The path begins with /sign-in so that a guest's work comes along, as with every sign-in.
 */
export const enter = {
  id: 'enter',
  endpoints: {
    enterAs: createAuthEndpoint(
      '/sign-in/enter',
      { method: 'POST', body: z.object({ userId: z.string() }), metadata: { SERVER_ONLY: true } },
      async (ctx) => {
        const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId);
        if (!user) return ctx.json({ isIn: false });
        const session = await ctx.context.internalAdapter.createSession(user.id);
        await setSessionCookie(ctx, { session, user });
        return ctx.json({ isIn: true });
      },
    ),
  },
} satisfies BetterAuthPlugin;
