import { handleArrival } from '@/server/http/handle';
import { PUBLIC_RATES } from '@/server/http/rates';
import { comeBack } from '@/server/sso/come-back';

/** Where the provider sends the browser back to. */
export const GET = handleArrival(PUBLIC_RATES.sso, (request) => comeBack(request.headers, request.url));
