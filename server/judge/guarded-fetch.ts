import 'server-only';

/** A reply is levels and a few quotes; whoever sends more than this is not answering the question. */
const MOST_BYTES = 512 * 1024;

/** Passes bytes on until there are too many. */
function counted(): TransformStream<Uint8Array, Uint8Array> {
  let size = 0;
  return new TransformStream({
    transform(chunk, controller) {
      size += chunk.byteLength;
      if (size > MOST_BYTES) controller.error(new Error('the provider sent more than an answer can be'));
      else controller.enqueue(chunk);
    },
  });
}

/**
 * fetch towards the configured provider and nobody else: a redirect would carry the text to a host that the learner
 * was not told about, so it fails.
 */
export const guardedFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, { ...init, redirect: 'error' });
  const { status, statusText, headers } = response;
  return new Response(response.body?.pipeThrough(counted()) ?? null, { status, statusText, headers });
};
