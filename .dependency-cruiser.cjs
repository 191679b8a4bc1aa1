/**
 * Which folder may import which: app → components | server → course → grader → schemas, and components may reach only
 * grader and schemas. docs/architecture.md explains the rule; tests/architecture/imports.test.ts proves that it bites.
 */
const allow = {
  schemas: [],
  grader: ['schemas'],
  course: ['schemas', 'grader'],
  server: ['schemas', 'grader', 'course'],
  components: ['schemas', 'grader'],
  app: ['schemas', 'grader', 'course', 'server', 'components'],
};
const folders = Object.keys(allow);
/** Data and tooling are read as files or run as commands; nothing imports them. */
const neverImported = ['tests', 'lessons', 'exercises', 'library', 'scripts'];

const test = '\\.test\\.tsx?$';

const ladder = folders.map((folder) => {
  const forbidden = [...folders, ...neverImported].filter((other) => other !== folder && !allow[folder].includes(other));
  return {
    name: `${folder}-imports`,
    severity: 'error',
    comment: `${folder}/ may import only: ${allow[folder].join(', ') || 'nothing of ours'}`,
    from: { path: `^${folder}/`, pathNot: test },
    to: { path: `^(${forbidden.join('|')})/` },
  };
});

/** A package that only one place may touch, so that it can be replaced or audited there. */
const inOnePlace = (name, packages, place, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: `^(${folders.join('|')})/`, pathNot: place },
  to: { path: `(^|/)node_modules/(${packages})/` },
});

module.exports = {
  forbidden: [
    ...ladder,
    {
      name: 'pure-packages',
      severity: 'error',
      comment: 'schemas/ uses zod, grader/ text packages: no framework, no Node, no network. Commands are exempt.',
      from: { path: '^(schemas|grader)/', pathNot: `^grader/commands/|${test}` },
      to: { path: 'node_modules/', pathNot: 'node_modules/(zod|wink-nlp|wink-eng-lite-web-model)/' },
    },
    {
      name: 'pure-core-modules',
      severity: 'error',
      comment: 'schemas/ and grader/ run in a browser as well, so they use nothing of Node.',
      from: { path: '^(schemas|grader)/', pathNot: `^grader/commands/|${test}` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-command-in-a-library',
      severity: 'error',
      comment: 'Commands are entry points; what they share with others belongs beside them, not in them.',
      from: { pathNot: `/commands/|^tests/|${test}` },
      to: { path: '^(grader|course|server)/commands/' },
    },
    {
      name: 'course-runs-anywhere',
      severity: 'error',
      comment: 'server-only throws in a plain command, and course/ is used by commands.',
      from: { path: '^course/' },
      to: { path: 'node_modules/(server-only|next|react|react-dom)/' },
    },
    inOnePlace('monaco-in-one-place', 'monaco-editor', '^components/monaco\\.tsx$', 'Only the editor island knows Monaco.'),
    inOnePlace('database-in-one-place', 'kysely|libsql|pg', '^server/db/', 'SQL and drivers live in server/db/.'),
    inOnePlace('accounts-in-one-place', 'better-auth', '^server/accounts/', 'Only server/accounts/ knows the library.'),
    inOnePlace('mail-in-one-place', 'nodemailer', '^server/mail/', 'Only server/mail/ sends mail.'),
    inOnePlace('sso-in-one-place', 'openid-client', '^server/sso/', 'Only server/sso/ speaks OpenID Connect.'),
    inOnePlace('judge-in-one-place', 'ai|@ai-sdk', '^server/judge/', 'Only server/judge/ talks to a language model.'),
    inOnePlace('search-in-one-place', 'minisearch', '^course/search/', 'Only course/search/ decides what can be found.'),
    inOnePlace('scheduler-in-one-place', 'ts-fsrs', '^server/recall/schedule(\\.test)?\\.ts$', 'Only one file turns a rating into a date.'),
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'A circle has no bottom to start reading from.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not-to-test',
      severity: 'error',
      comment: 'Nothing but a test imports a test.',
      from: { pathNot: `^tests/|${test}` },
      to: { path: `^tests/|${test}` },
    },
    {
      name: 'not-to-dev-dependency',
      severity: 'error',
      comment: 'What runs in production is a dependency, not a development dependency.',
      from: { path: `^(${folders.join('|')})/`, pathNot: test },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'Every import leads somewhere, and to a package that package.json names.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|public)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
