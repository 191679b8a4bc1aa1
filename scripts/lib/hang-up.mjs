const UNREAD_LIMIT_MS = 2_000;

/** What a connection holds by itself while nobody reads it; more than that stops it. */
const HELD_BYTES = 16 * 1024;

/**
 * A large body that was refused before its end is read by nobody any more, and the next request on that connection would
 * stand behind it until it times out. So the connection ends with the refusal: politely first, for whoever still sends.
 */
export function hangUpUnread(request, response) {
  const { socket, headers } = request;
  const isSmall = !('transfer-encoding' in headers) && Number(headers['content-length'] ?? 0) <= HELD_BYTES;
  if (isSmall) return;
  response.once('finish', () => {
    if (request.complete) return;
    socket.end();
    setTimeout(() => socket.destroy(), UNREAD_LIMIT_MS).unref();
  });
}
