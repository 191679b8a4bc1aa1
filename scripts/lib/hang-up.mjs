const UNREAD_LIMIT_MS = 2_000;

/** What a connection holds by itself while nobody reads it; more than that stops it. */
const HELD_BYTES = 16 * 1024;

/**
 * A large body that was refused before its end is read by nobody any more, and the next request on that connection would
 * stand behind it until it times out. So the refusal says that the connection ends with it, and what still comes is taken
 * and dropped for a while: a connection that is cut while somebody sends loses them the refusal.
 */
export function hangUpUnread(request, response) {
  const { socket, headers } = request;
  const isSmall = !('transfer-encoding' in headers) && Number(headers['content-length'] ?? 0) <= HELD_BYTES;
  if (isSmall) return;
  const { writeHead } = response;
  response.writeHead = (...head) => {
    if (!request.complete) {
      response.setHeader('connection', 'close');
      socket.destroySoon = () => {
        socket.end();
        setTimeout(() => socket.destroy(), UNREAD_LIMIT_MS).unref();
      };
    }
    return writeHead.apply(response, head);
  };
}
