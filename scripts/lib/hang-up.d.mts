import type { IncomingMessage, ServerResponse } from 'node:http';

export declare function hangUpUnread(request: IncomingMessage, response: ServerResponse): void;
