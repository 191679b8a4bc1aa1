import { z } from 'zod';
import { IssueCertificateBodySchema } from '@/schemas/certificate';
import { issueCertificate } from '@/server/certificates/certificates';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';

const REFUSALS = {
  'not-earned': 'Something is still missing for a certificate. The page of the certificate lists it.',
  'already-issued': 'There is a certificate in another name already. Revoke it first, then issue one in this name.',
} as const;

/** Issues a certificate to whoever has earned it; a retry with the same name gets the same one. */
export const POST = handle(
  { body: IssueCertificateBodySchema, params: z.object({}), rate: RATES.submit, isClosedInPreview: true },
  async ({ actor, body }) => {
    const issued = await issueCertificate(actor, body.name);
    return issued.ok ? reply(201, issued.value) : refuse(409, issued.reason, REFUSALS[issued.reason]);
  },
);
