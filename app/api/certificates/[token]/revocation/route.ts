import { z } from 'zod';
import { EmptyBodySchema } from '@/schemas/api';
import { CertificateTokenSchema } from '@/schemas/certificate';
import { revokeCertificate } from '@/server/certificates/certificates';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';

/** Takes one's own certificate back for good. */
export const POST = handle(
  {
    body: EmptyBodySchema,
    params: z.object({ token: CertificateTokenSchema }),
    rate: RATES.small,
    isClosedInPreview: true,
  },
  async ({ actor, params }) => {
    const revoked = await revokeCertificate(actor, params.token);
    if (revoked.ok) return reply(200, revoked.value);
    return refuse(
      404,
      revoked.reason,
      'You have no certificate under this link. Load the page of the certificate again; it lists yours.',
    );
  },
);
