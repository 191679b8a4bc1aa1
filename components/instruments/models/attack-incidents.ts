/**
 * Real incidents, each standing for a class. What would have stopped one is our judgement from the published accounts,
 * which the lessons of module 5 cite; `checked` 21 November 2026.
 */
export type Language = 'c' | 'go' | 'rust';
export type PathId = 'who' | 'input' | 'base' | 'news' | 'run';
export type Effort = 'none' | 'basic' | 'thorough';

export interface Measure {
  readonly path: PathId;
  readonly least: 'basic' | 'thorough';
  readonly what: string;
}

export interface AttackIncident {
  readonly id: string;
  readonly name: string;
  readonly when: string;
  readonly what: string;
  /** Languages in which the faulty code would not have compiled or would have stopped at a check. */
  readonly languages: readonly Language[];
  /** True if the fault sat in a C library, so that the language helps only where that library is replaced as well. */
  readonly isInLibrary: boolean;
  readonly measures: readonly Measure[];
}

export const PATHS: readonly {
  readonly id: PathId;
  readonly name: string;
  readonly basic: string;
  readonly thorough: string;
}[] = [
  {
    id: 'who',
    name: 'Who may do what',
    basic: 'every endpoint has a rule',
    thorough: 'a test for each role and object',
  },
  {
    id: 'input',
    name: 'What comes in',
    basic: 'bound parameters, size and time limits',
    thorough: 'decoders in a sandbox, fuzzed parsers',
  },
  {
    id: 'base',
    name: 'What we build on',
    basic: 'pinned, each new name reviewed',
    thorough: 'new releases wait some weeks',
  },
  {
    id: 'news',
    name: 'What we hear about',
    basic: 'scanner, patches weekly',
    thorough: 'urgent ones in two days',
  },
  {
    id: 'run',
    name: 'How it is built and run',
    basic: 'build steps pinned, few rights',
    thorough: 'no outgoing calls, short-lived secrets',
  },
];

const SAFE: readonly Language[] = ['go', 'rust'];

export const ATTACK_INCIDENTS: readonly AttackIncident[] = [
  {
    id: 'heartbleed',
    name: 'Heartbleed',
    when: '2014',
    what: 'OpenSSL answered with memory beyond the request (CVE-2014-0160)',
    languages: SAFE,
    isInLibrary: true,
    measures: [{ path: 'news', least: 'thorough', what: 'patched within two days' }],
  },
  {
    id: 'log4shell',
    name: 'Log4Shell',
    when: '2021',
    what: 'a Java logger fetched and ran code named in the text it logged (CVE-2021-44228)',
    languages: [],
    isInLibrary: false,
    measures: [
      { path: 'news', least: 'thorough', what: 'patched within two days' },
      { path: 'run', least: 'thorough', what: 'outgoing calls blocked' },
    ],
  },
  {
    id: 'optus',
    name: 'Open API',
    when: '2022',
    what: 'a forgotten endpoint handed out 9.5 million customers (Optus, as alleged in court)',
    languages: [],
    isInLibrary: false,
    measures: [{ path: 'who', least: 'basic', what: 'an endpoint without a rule is found' }],
  },
  {
    id: 'moveit',
    name: 'SQL injection',
    when: '2023',
    what: 'input became SQL in a file-transfer product (MOVEit, CVE-2023-34362)',
    languages: [],
    isInLibrary: false,
    measures: [{ path: 'input', least: 'basic', what: 'parameters are bound' }],
  },
  {
    id: 'webp',
    name: 'Image decoder',
    when: '2023',
    what: 'libwebp wrote past a buffer for a crafted picture (CVE-2023-4863)',
    languages: SAFE,
    isInLibrary: true,
    measures: [
      { path: 'input', least: 'thorough', what: 'decoded in a sandbox' },
      { path: 'news', least: 'thorough', what: 'patched within two days' },
    ],
  },
  {
    id: 'reset',
    name: 'Rapid reset',
    when: '2023',
    what: 'HTTP/2 streams opened and cancelled by the million (CVE-2023-44487; Go: CVE-2023-39325)',
    languages: [],
    isInLibrary: false,
    measures: [{ path: 'news', least: 'basic', what: 'server patched within the week' }],
  },
  {
    id: 'wrap',
    name: 'Message length',
    when: '2024',
    what: 'a length beyond 4 GB wrapped in the drivers pgx (Go) and sqlx (Rust)',
    languages: [],
    isInLibrary: false,
    measures: [
      { path: 'input', least: 'basic', what: 'body limit far below 4 GB' },
      { path: 'news', least: 'basic', what: 'driver updated' },
    ],
  },
  {
    id: 'xz',
    name: 'Planted maintainer',
    when: '2024',
    what: 'xz 5.6 carried a backdoor in its release archives, found after five weeks (CVE-2024-3094)',
    languages: [],
    isInLibrary: false,
    measures: [{ path: 'base', least: 'thorough', what: 'the release was still waiting' }],
  },
  {
    id: 'bolt',
    name: 'Lookalike module',
    when: '2021–25',
    what: 'boltdb-go/bolt imitated boltdb/bolt on the Go proxy',
    languages: [],
    isInLibrary: false,
    measures: [{ path: 'base', least: 'basic', what: 'the new name is questioned' }],
  },
  {
    id: 'crates',
    name: 'Lookalike crate',
    when: '2025',
    what: 'faster_log on crates.io searched for wallet keys',
    languages: [],
    isInLibrary: false,
    measures: [{ path: 'base', least: 'basic', what: 'the new name is questioned' }],
  },
  {
    id: 'action',
    name: 'Build step',
    when: '2025',
    what: 'moved tags of tj-actions/changed-files printed secrets into logs (CVE-2025-30066)',
    languages: [],
    isInLibrary: false,
    measures: [{ path: 'run', least: 'basic', what: 'pinned by commit' }],
  },
  {
    id: 'rows',
    name: 'Another query’s row',
    when: '2025',
    what: 'a race in Go’s database/sql could return rows of another query (CVE-2025-47907)',
    languages: ['rust'],
    isInLibrary: false,
    measures: [{ path: 'news', least: 'basic', what: 'Go updated to 1.24.6 or 1.23.12' }],
  },
  {
    id: 'tar',
    name: 'Archive parser',
    when: '2025',
    what: 'a Rust tar library took file content for entries (CVE-2025-62518)',
    languages: [],
    isInLibrary: false,
    measures: [
      { path: 'input', least: 'thorough', what: 'unpacked in a sandbox' },
      { path: 'news', least: 'basic', what: 'library updated' },
    ],
  },
];
