import type { Slogan } from './evidence-grader';

/** Real findings, shortened; the lessons give their sources. The decisions they are held against are invented. */
const FASTER: Slogan = {
  id: 'faster',
  name: 'faster',
  text: 'Rust is faster than Go.',
  decision: 'a pricing service in Go, mostly SQL, that needs 50 ms at p99 with 800 requests a second',
  choices: {
    subject: [
      { id: 'counter', text: 'Grab’s counter service' },
      { id: 'compiler', text: 'the TypeScript compiler' },
      { id: 'payments', text: 'payment endpoints at TikTok' },
      { id: 'ours', text: 'our pricing service', isOurs: true },
    ],
    version: [
      { id: 'y2025', text: 'what they ran when they published in 2025' },
      { id: 'ours', text: 'Go 1.26 and Rust 1.95, this month', isOurs: true },
    ],
    workload: [
      { id: 'store', text: 'mostly waiting for a store', isOurs: true },
      { id: 'cpu', text: 'mostly computing' },
    ],
    measure: [
      { id: 'p99', text: 'p99 under load', isOurs: true },
      { id: 'cores', text: 'cores for the same traffic' },
      { id: 'core-time', text: 'elapsed time on one core' },
    ],
    comparison: [
      { id: 'rewrite', text: 'new Rust service against the old Go one' },
      { id: 'port', text: 'ports that keep the old structure' },
      { id: 'ours', text: 'both versions, two weeks of tuning each', isOurs: true },
    ],
    condition: [
      { id: 'theirs', text: 'their traffic, their machines' },
      { id: 'ours', text: '800 requests a second, warm cache', isOurs: true },
    ],
    source: [
      { id: 'post', text: 'the company’s engineering post' },
      { id: 'author', text: 'one author’s words, retold by others' },
      { id: 'ours', text: 'our load test, scripts and raw data kept', isOurs: true },
    ],
  },
  findings: [
    {
      id: 'grab-p99',
      title: 'Grab, 2025: latency',
      says: 'p99 about the same, perhaps slightly worse',
      verdict: 'against',
      about: {
        subject: 'counter',
        version: 'y2025',
        workload: 'store',
        measure: 'p99',
        comparison: 'rewrite',
        condition: 'theirs',
        source: 'post',
      },
    },
    {
      id: 'grab-cores',
      title: 'Grab, 2025: cores',
      says: '20 cores became 4.5 at 1,000 queries a second',
      verdict: 'supports',
      about: {
        subject: 'counter',
        version: 'y2025',
        workload: 'store',
        measure: 'cores',
        comparison: 'rewrite',
        condition: 'theirs',
        source: 'post',
      },
    },
    {
      id: 'typescript',
      title: 'TypeScript, 2025',
      says: 'on one core, Go and Rust within the margin of error',
      verdict: 'against',
      about: {
        subject: 'compiler',
        version: 'y2025',
        workload: 'cpu',
        measure: 'core-time',
        comparison: 'port',
        condition: 'theirs',
        source: 'author',
      },
    },
    {
      id: 'tiktok',
      title: 'TikTok, 2025',
      says: 'p99 down by 76 % in a stress test, by the author’s account',
      verdict: 'supports',
      about: {
        subject: 'payments',
        version: 'y2025',
        workload: 'cpu',
        measure: 'p99',
        comparison: 'rewrite',
        condition: 'theirs',
        source: 'author',
      },
    },
  ],
};

const LOVED: Slogan = {
  id: 'loved',
  name: 'most loved',
  text: 'Rust is the most loved language.',
  decision: 'six Go developers who would have to build a service in Rust and stay with it',
  choices: {
    subject: [
      { id: 'users', text: 'respondents who had used Rust' },
      { id: 'everybody', text: 'all respondents' },
      { id: 'ours', text: 'our six Go developers', isOurs: true },
    ],
    version: [
      { id: 'y2017', text: 'the survey of 2017' },
      { id: 'y2024', text: 'the survey of 2024' },
      { id: 'y2025', text: 'the survey of 2025' },
      { id: 'ours', text: 'the coming year', isOurs: true },
    ],
    workload: [
      { id: 'any', text: 'whatever they had used it for' },
      { id: 'ours', text: 'an HTTP service with an on-call rota', isOurs: true },
    ],
    measure: [
      { id: 'again', text: 'share who want to use it next year too' },
      { id: 'ours', text: 'how many are still willing after six months', isOurs: true },
    ],
    comparison: [
      { id: 'others', text: 'users of other languages' },
      { id: 'ours', text: 'Go, in the same team', isOurs: true },
    ],
    condition: [
      { id: 'volunteers', text: 'whoever answered a public invitation' },
      { id: 'ours', text: 'the whole team, keen or not', isOurs: true },
    ],
    source: [
      { id: 'survey', text: 'Stack Overflow’s survey' },
      { id: 'retold', text: 'an article that retells the survey' },
      { id: 'ours', text: 'our own question, before and after a trial', isOurs: true },
    ],
  },
  findings: [
    {
      id: 'so-2025',
      title: 'Stack Overflow, 2025',
      says: '72 % of those who used Rust want to go on; first place',
      verdict: 'supports',
      about: {
        subject: 'users',
        version: 'y2025',
        workload: 'any',
        measure: 'again',
        comparison: 'others',
        condition: 'volunteers',
        source: 'survey',
      },
    },
    {
      id: 'so-2024',
      title: 'Stack Overflow, 2024',
      says: '83 % of those who used Rust want to go on; first place',
      verdict: 'supports',
      about: {
        subject: 'users',
        version: 'y2024',
        workload: 'any',
        measure: 'again',
        comparison: 'others',
        condition: 'volunteers',
        source: 'survey',
      },
    },
    {
      id: 'retold-2017',
      title: 'A retelling of the survey of 2017',
      says: '“almost 80 % of respondents”; it was 73.1 % of the few who had used Rust',
      verdict: 'against',
      about: {
        subject: 'everybody',
        version: 'y2017',
        workload: 'any',
        measure: 'again',
        comparison: 'others',
        condition: 'volunteers',
        source: 'retold',
      },
    },
  ],
};

const SHIPS: Slogan = {
  id: 'ships',
  name: 'ships sooner',
  text: 'Go teams ship sooner.',
  decision: 'four Java engineers who owe ten customers a first version in twelve weeks',
  choices: {
    subject: [
      { id: 'google', text: 'teams at Google' },
      { id: 'seventy-four', text: '74 programmers, one small task' },
      { id: 'ours', text: 'our four Java engineers', isOurs: true },
    ],
    version: [
      { id: 'y2000', text: 'as reported in March 2000' },
      { id: 'y2024', text: 'as reported in March 2024' },
      { id: 'ours', text: 'Go 1.26 and Rust 1.95, this quarter', isOurs: true },
    ],
    workload: [
      { id: 'rewrite', text: 'a service rewritten, requirements known' },
      { id: 'search', text: 'one small search program' },
      { id: 'ours', text: 'a first version, requirements open', isOurs: true },
    ],
    measure: [
      { id: 'team-time', text: 'size of team and time to build' },
      { id: 'hours', text: 'working hours for one program' },
      { id: 'ours', text: 'weeks until ten customers use it', isOurs: true },
    ],
    comparison: [
      { id: 'go-rust', text: 'Go against Rust', isOurs: true },
      { id: 'scripts', text: 'scripting languages against C, C++ and Java' },
    ],
    condition: [
      { id: 'supported', text: 'specialists and training in the house' },
      { id: 'alone', text: 'each programmer alone' },
      { id: 'ours', text: 'nobody has shipped either language', isOurs: true },
    ],
    source: [
      { id: 'talk', text: 'a conference talk, no method published' },
      { id: 'report', text: 'a technical report' },
      { id: 'ours', text: 'a two-week trial in each, log kept', isOurs: true },
    ],
  },
  findings: [
    {
      id: 'google',
      title: 'Google, 2024',
      says: 'rewriting Go in Rust took about the same team about the same time',
      verdict: 'against',
      about: {
        subject: 'google',
        version: 'y2024',
        workload: 'rewrite',
        measure: 'team-time',
        comparison: 'go-rust',
        condition: 'supported',
        source: 'talk',
      },
    },
    {
      id: 'prechelt',
      title: 'Prechelt, 2000',
      says: 'programmers of one language differed more than languages did; neither Go nor Rust existed',
      verdict: 'against',
      about: {
        subject: 'seventy-four',
        version: 'y2000',
        workload: 'search',
        measure: 'hours',
        comparison: 'scripts',
        condition: 'alone',
        source: 'report',
      },
    },
  ],
};

export const SLOGANS = [FASTER, LOVED, SHIPS] as const;
