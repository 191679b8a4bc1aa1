import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFiles, projectRoot, readProjectFile } from '../project-files';
import { paramsOf } from '../roles/handlers';
import type { World } from '../roles/world';
import type { Answered, Visitor } from '../visitor';

/** Every page, as its path below app/ with the names of its variable parts: /lessons/[id]. Found in the file system. */
export function pageRoutes(): string[] {
  return projectFiles()
    .filter((file) => /^app\/(.*\/)?page\.tsx$/.test(file))
    .map((file) => `/${file.slice('app/'.length, -'page.tsx'.length)}`.replace(/(.)\/$/, '$1'));
}

const firstIdIn = (file: string) => /^- id: (\S+)/m.exec(readProjectFile(file))?.[1] ?? '';

/** What [id] and [token] mean depends on the page; the rest is named as in tests/support/roles/handlers.ts. */
const BY_PAGE: readonly (readonly [RegExp, (world: World) => string])[] = [
  [/^\/lessons\//, () => 'from-slogan-to-statement'],
  [/^\/exercises\//, () => 'S01'],
  [/^\/cases\//, () => firstIdIn('library/cases.yaml')],
  [/^\/studio\//, (w) => w.hers.decision.id],
  [/^\/instructor\/learners\//, (w) => w.people.learner.actor.learnerId],
  [/^\/(claim|confirm|join|reset)\//, () => 'no-such-link'],
];

/** The address of a page about the learner of this world. A part that nobody has filled is an error: name it above. */
export function addressIn(route: string, world: World): string {
  const named = {
    ...paramsOf(world),
    itemId: 'no-such-item',
    misconceptionId: firstIdIn('library/misconceptions.yaml'),
  };
  return route.replace(/\[(\w+)\]/g, (_, part: string) => {
    const special = part === 'id' || part === 'token' ? BY_PAGE.find(([page]) => page.test(route)) : undefined;
    const value = special?.[1](world) ?? (named as Record<string, string>)[part];
    if (value === undefined) throw new Error(`nothing is known for [${part}] of ${route}`);
    return value;
  });
}

const buildId = () => readFileSync(join(projectRoot, '.next/BUILD_ID'), 'utf8').trim();
const SUBREQUESTS = ['proxy', 'middleware', 'src/middleware'].map((name) => Array(5).fill(name).join(':'));

/** Ways to ask for a page that could be decided elsewhere than in the page. */
export const TWINS: Readonly<
  Record<string, (address: string) => readonly [string, Readonly<Record<string, string>>?]>
> = {
  payload: (address) => [address, { rsc: '1' }],
  'payload of a prefetch': (address) => [address, { rsc: '1', 'next-router-prefetch': '1' }],
  'prefetched tree': (address) => [
    address,
    { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
  ],
  'prefetched segment': (address) => [
    address,
    { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': `${address}/__PAGE__` },
  ],
  'file of the payload': (address) => [`${address === '/' ? '/index' : address}.rsc`],
  'file of a segment': (address) => [`${address === '/' ? '/index' : address}.segments/_tree.segment.rsc`],
  'data of the older router': (address) => [`/_next/data/${buildId()}${address === '/' ? '/index' : address}.json`],
  'encoded slash': (address) => [`/${address.slice(1).replaceAll('/', '%2F')}`],
  'upper case': (address) => [address.toUpperCase()],
  'middleware subrequest': (address) => [address, { 'x-middleware-subrequest': SUBREQUESTS[0] ?? '' }],
  'older middleware subrequest': (address) => [address, { 'x-middleware-subrequest': SUBREQUESTS[1] ?? '' }],
};

/** Asks for a page; where Next only asks for the payload under another query, there. */
export async function visit(visitor: Visitor, address: string, headers = {}): Promise<Answered> {
  const first = await visitor.get(address, headers);
  const path = (at: string) => at.split('?')[0];
  if (first.location === null || path(first.location) !== path(address)) return first;
  return visitor.get(first.location, headers);
}

/**
 * What was decided: shown, absent, or led elsewhere. In a payload, and in a page that had begun, it stands in the text. A
 * prefetch may hold the frame around the page only, without its heading: that is a shell.
 */
export function decisionOf({ status, location, text, headers }: Answered): string {
  if (location !== null) return `to ${location.split('?')[0]}`;
  if (status === 404 || text.includes('NEXT_HTTP_ERROR_FALLBACK;404')) return 'absent';
  const led = /NEXT_REDIRECT;(?:replace|push);([^;?]+)/.exec(text)?.[1];
  if (led) return `to ${led}`;
  if (status !== 200) return String(status);
  const isPayload = headers.get('content-type')?.startsWith('text/x-component') ?? false;
  return isPayload && !text.includes('["$","h1"') ? 'shell' : 'shown';
}

/** Whether a twin decides as its page does; refusing where the page answers, or giving its shell only, opens nothing. */
export const isSame = (twin: string, page: string): boolean => [page, 'absent', 'shell'].includes(twin);

/** What somebody sent is no news to them: a payload repeats the parts of its address. */
export function withoutAddress(text: string, address: string): string {
  return address
    .split('/')
    .filter((part) => part.length > 8)
    .reduce((rest, part) => rest.replaceAll(part, ''), text);
}
