import { expect, inject, test } from 'vitest';

/** 2 of the forty: a header that once skipped the proxy of this framework changes nothing. */
test('the header of a middleware subrequest opens no guarded page', async () => {
  const plain = await fetch(new URL('/instructor', inject('appUrl')), { redirect: 'manual' });
  const forged = await fetch(new URL('/instructor', inject('appUrl')), {
    redirect: 'manual',
    headers: { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
  });
  expect(forged.status).toBe(plain.status);
  expect(forged.headers.get('content-security-policy')).toContain('nonce-');
});
