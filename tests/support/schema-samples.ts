import { EVERY_ITEM } from './every-item';

/**
 * For each schema a value that it accepts and one change that it must refuse: the path of the change, and what is put
 * there. tests/contract/schemas.test.ts runs them all, and fails for a schema that is missing here.
 */
export interface SchemaSample {
  readonly valid: unknown;
  readonly path: readonly (string | number)[];
  readonly bad: unknown;
}

const figure = { type: 'estimate', value: 0.4, low: 0.2, high: 0.6, n: 40 };
const tooFew = { type: 'undefined', reason: 'too-few', n: 3, needed: 10 };
const optionFigures = { id: 'a', isKey: true, rate: figure, curve: [0, 0.2, null, 1, 1] };
const itemFigures = {
  n: 40,
  difficulty: figure,
  discrimination: tooFew,
  fifths: [8, 8, 8, 8, 8],
  curve: null,
  options: [optionFigures],
  medianSeconds: figure,
};
const itemVersion = {
  hash: null,
  isCurrent: true,
  since: 1_795_000_000_000,
  figures: { n: 40, difficulty: figure, discrimination: figure },
};
const itemProblem = { kind: 'unused-distractor', optionIds: ['b'] };
const itemStatistics = {
  itemId: 'one-budget',
  lessonId: 'one',
  figures: itemFigures,
  versions: [itemVersion],
  problems: [itemProblem],
};
const criterionStatistics = {
  criterionId: 'S01-1',
  scenarioId: 'S01',
  n: 3,
  levels: { none: 1, half: 1, full: 1 },
  difficulty: tooFew,
  discrimination: tooFew,
  problems: ['too-hard'],
};

const markedGroup = {
  n: 3,
  kappa: tooFew,
  exact: tooFew,
  exercises: [{ scenarioId: 'S01', n: 3, kappa: tooFew, exact: tooFew }],
  criteria: [{ criterionId: 'S01-1', scenarioId: 'S01', n: 3, changed: 1, kappa: tooFew, exact: tooFew }],
  bins: [{ from: 0.5, to: 0.6, n: 3, hits: 2, said: 0.55, share: tooFew }],
};

const band = { kind: 'band', band: 'some' };
const teamSplit = { status: 'shown', people: 5, shares: { go: band, rust: band }, isSplit: true };
const scenarioMap = {
  scenarioId: 'S01',
  title: 'An API',
  isEnough: true,
  components: [{ id: 'http-api', name: 'HTTP API', split: teamSplit }],
  boundary: { status: 'scattered' },
  unheard: [{ id: 'S01-1', title: 'The fixed date' }],
};
const side = { choice: 'go', sentences: ['The date holds.'] };
const teamArguments = { from: 'team', component: 'HTTP API', sides: [side, { ...side, choice: 'rust' }] };
const discussionPack = {
  cohortName: 'Platform team',
  scenario: { id: 'S01', title: 'An API', brief: 'A brief.', given: { load: '120 rps' } },
  map: scenarioMap,
  arguments: teamArguments,
  questions: ['Who maintains it?'],
  flips: [{ condition: 'The date moves', answer: 'Rust' }],
};
const liveShown = { before: { 'http-api': teamSplit }, lines: ['The date holds.'], after: null, moved: null };
const liveRound = { version: 1, phase: 'revealed', endsAt: null, now: 1_795_000_000_000, shown: liveShown };
const liveVote = { choices: { 'http-api': 'go' }, line: 'The date holds.' };

const sample = (valid: unknown, path: SchemaSample['path'], bad: unknown): SchemaSample => ({ valid, path, bad });
const id = '0199c0de-0000-7000-8000-000000000001';
const at = 1_795_000_000_000;

const levelChange = { criterionId: 'S01-1', title: 'Constraint', from: 'none', to: 'half', quote: null };
const regradeLine = {
  ...{ submissionId: id, scenarioId: 'S01', number: 1, name: 'Ada', state: 'graded', before: 0.4, after: 0.5 },
  ...{ changes: [levelChange], isHeld: false, isConfirmed: false, isLower: false },
};
const regradeCard = { id, cohortName: null, kind: 'receipt', status: 'ready', reason: 'Clearer.', createdAt: at };
const ownAppeal = {
  ...{
    kind: 'item',
    id,
    reason: 'It is there.',
    createdAt: at,
    lessonId: 'one',
    itemId: 'one-budget',
    title: 'Which?',
  },
  ...{ quote: null, state: { status: 'rejected', closedAt: at, ruling: 'It is not.', isAlone: false } },
};
const deskAppeal = {
  ...{ kind: 'criterion', id, reason: 'It is there.', createdAt: at, submissionId: id, scenarioId: 'S01' },
  ...{ title: 'Constraint', status: 'open', ruling: null },
};

const handIn = { choices: { gateway: 'go' }, boundary: 'none', explanation: 'Go, because the team is on call for it.' };
const learner = { id, name: 'Ada', email: null, isGuest: true };
const ownDecision = {
  title: 'Gateway',
  date: '2026-03-01',
  status: 'draft',
  context: '',
  decision: '',
  parts: [{ name: 'gateway', choice: 'go', other: '' }],
  options: [{ name: 'Keep it', pros: '', cons: 'slow' }],
  constraint: '',
  evidence: [{ claim: 'p99 is 40 ms', source: 'trace of March', limit: 'one day' }],
  boundary: '',
  ownership: '',
  reversal: { what: 'p99 above 80 ms', by: '2026-09-01' },
  consequences: '',
  notes: '',
  reviewOn: '',
};
const component = { id: 'gateway', name: 'Gateway', answer: 'go', also_defensible: ['either'], because: 'It idles.' };
const criterion = {
  id: 'S01-1',
  points: 4,
  title: 'Deciding constraint',
  asks: 'asks what decides',
  full: 'names the constraint',
  half: 'names a fact',
  hint: 'What decides?',
  concepts: ['tail latency'],
};
const queueEntry = {
  submissionId: id,
  scenarioId: 'S01',
  scenarioTitle: 'The gateway',
  number: 1,
  submittedAt: at,
  overall: 0.5,
  reasons: ['unsure'],
  flags: ['mismatch'],
  heldUntil: null,
};
const reviewNote = { id, author: 'Ada', text: 'Compare the sums.', at };
const alikePassage = { start: 0, end: 4, own: 'Go it', other: 'go it' };
const alikeDraft = { submissionId: id, basedOn: 0, share: 0.4, overall: 0.5, explanation: 'Go.' };
const twist = { change: 'ten times the load', new_answer: 'rust', why: 'the bill' };
const scenario = {
  id: 'S01',
  title: 'The gateway',
  category: 'services',
  difficulty: 2,
  overall: 'go',
  trap_direction: 'rust',
  brief: 'A gateway serves two thousand requests a second and waits for a database.',
  given: { team: 'eight people who write Go' },
  components: [component],
  boundary: { choice: 'none', also: [], why: 'one service', avoid: 'a second language' },
  deciding_constraints: ['the database dominates'],
  defensible_answers: [{ answer: 'go', holds_if: 'the load stays', argument: 'the sum' }],
  tempting_wrong: { answer: 'rust', misconception: 's01-tempting', why_it_fails: 'nothing to win' },
  worked_numbers: [{ ask: 'share', formula: '1/10', result: 0.1, unit: '' }],
  twist,
  extra_twists: [twist],
  ask_before_deciding: { before: ['Who pays for an outage?'], after: ['What does a trace show?'] },
  anchors: ['C01'],
};
const reportAbout = { kind: 'item', lessonId: 'one', itemId: 'm1-item' };
const reportContext = {
  about: reportAbout,
  place: 'Quiz item m1-item',
  scenarioId: null,
  source: 'lessons/m01/quiz.yaml',
  shown: ['What decides?'],
  contentHash: 'abc',
};
const report = { id, context: reportContext, kind: 'typo', text: 'A letter too many.', createdAt: at };
const reporter = { id, name: 'Ada', isGuest: false };
const plan = {
  title: 'Before the review',
  note: '',
  target: { type: 'exercises', scenarioIds: ['S01'] },
  attempts: { counts: 'best', most: 2 },
  passing: { type: 'share', share: 0.8 },
  opensAt: at,
  dueAt: at + 1,
};
const standingDone = { status: 'done-late', done: 1, total: 1, doneAt: at };
const moreTime = { dueAt: at, reason: 'On call.', grantedAt: at };
const evidence = { start: 0, end: 2, quote: 'Go' };
const credit = { credit: 1, verdict: 'defensible' };
const judged = {
  id: 'S01-1',
  points: 4,
  max: 4,
  level: 'full',
  confidence: 0.8,
  evidence: [evidence],
  feedback: '',
  type: 'celebratory',
};
const contradiction = { component: 'gateway', picked: 'go', written: 'rust', evidence };
const receipt = { grader: '1', rubric: 'abc', calibration: 'def', engine: 'local' };
const grade = {
  exercise: 'S01',
  explanation: { points: 4, max: 4 },
  choices: { gateway: credit },
  boundary: credit,
  criteria: [judged],
  misconceptions: [],
  flags: [],
  contradictions: [contradiction],
  comments: [],
  overall: 1,
  needsReview: false,
  receipt,
};
const recipient = { id: '0123456789abcdef', name: 'Anthropic', host: 'api.anthropic.com', model: 'claude-1' };
const secondLevel = { id: 'S01-1', level: 'half', standing: 'near', evidence: [evidence] };
const opinion = {
  criteria: [secondLevel],
  overall: 0.6,
  isPassed: false,
  needsReview: true,
  reasons: ['pass-changed'],
  receipt: { prompt: '1', model: 'claude-1', grader: '1', rubric: 'abc' },
};
const opinionView = {
  status: 'given',
  recipient,
  criteria: [secondLevel],
  needsReview: true,
  reasons: ['pass-changed'],
};
const opinionUsage = { inputTokens: 900, outputTokens: 80, cost: 0.004, seconds: 3.1, overall: 0.6 };
const comment = { type: 'celebratory', about: 'component', id: 'gateway', text: 'An unusual choice, and argued for.' };
const rereadLink = { kind: 'lesson', title: 'Reading a budget', lessonId: 'reading-a-budget', anchor: 'claim-A-III-2' };
const learnerCriterion = { ...judged, title: 'Deciding constraint', hint: 'What decides?', reread: [rereadLink] };
const {
  exercise: _exercise,
  receipt: _receipt,
  ...learnerGrade
} = {
  ...grade,
  criteria: [learnerCriterion],
  comments: [comment],
  misconceptions: [{ id: 's01-tempting', text: 'Rust is always faster.' }],
};
const response = { type: 'single-choice', chosen: 'a' };
const scored = { type: 'scored', share: 1, isCorrect: true };
const itemResponse = { itemId: 'pick-one', response, confidence: 'sure', score: scored, answeredAt: at };
const submission = {
  id,
  attemptId: id,
  learnerId: id,
  scenarioId: 'S01',
  number: 1,
  handIn,
  contentHash: 'abc',
  submittedAt: at,
};
const opened = { id, learnerId: id, scenarioId: 'S01', number: 1, openedAt: at };
const quizAttempt = {
  id,
  learnerId: id,
  lessonId: 'reading-a-budget',
  number: 1,
  seed: 7,
  itemIds: ['pick-one'],
  responses: [itemResponse],
  openedAt: at,
  status: 'finished',
  finishedAt: at,
  score: 1,
};
const source = { title: 'The page', url: 'https://example.org/', seen: true, checked: '2026-11-21' };
const claim = {
  id: 'A-III-2',
  document: 'A',
  section: 'III',
  claim: 'Rust has no collector.',
  kind: 'claim',
  verdict: 'supported',
  why: 'It frees at the end of scope.',
  flipsWhen: 'never',
  misconception: 'No collector means no pauses.',
  sources: [source],
};
const caseStudy = {
  id: 'C01',
  title: 'A proxy',
  group: 'services',
  decision: 'Rust',
  decidingConstraint: 'memory',
  boundary: '-',
  facets: { constraints: ['memory'], boundaries: ['process/gRPC'], directions: ['rust'] },
  readings: ['seen'],
  sections: [{ heading: 'What it does not show', text: 'Anything about latency.' }],
  scenarios: ['S01'],
};
const { scenarios: _scenarios, ...publicCase } = caseStudy;
const citation = { id: 'C01', title: 'A proxy', limit: 'Anything about Go.' };
const objective = { id: 'read-a-budget', text: 'Read a latency budget' };
const lesson = {
  id: 'reading-a-budget',
  title: 'Reading a budget',
  standfirst: 'Where the time goes.',
  minutes: 10,
  objectives: [objective],
  claims: ['A-III-2'],
  cases: ['C01'],
  reviewedOn: '2026-11-21',
};
const moduleEntry = {
  id: 'M3',
  title: 'Performance',
  aim: 'Reason about latency',
  folder: 'm03-performance',
  claims: ['A-III-2'],
  exercises: ['S01'],
};
const reviewer = {
  id: 'operations',
  title: 'Operations',
  criteria: ['S01-1'],
  opening: {
    approve: 'I would take this on call tomorrow.',
    'approve-with-conditions': 'I would take this on call, with a list.',
    'not-yet': 'I would not take this on call yet.',
  },
};
const panelFinding = {
  id: 'S01-1',
  title: 'Deciding constraint',
  level: 'full',
  feedback: '',
  hint: 'What decides?',
  quotes: ['Go'],
};
const panelReview = { id: 'operations', title: 'Operations', vote: null, opening: null, findings: [panelFinding] };
const certificate = {
  token: '0123456789abcdef0123456789abcdef',
  name: 'Ada Example',
  issuedAt: at,
  body: {
    version: 1,
    course: 'Defensible',
    way: { type: 'course', modules: 12 },
    capstone: null,
    lessonsRead: 30,
    quizzesMastered: 30,
    exercisesPassed: 12,
    demonstrated: [{ module: 'The first module', exercise: 'The gateway', criteria: ['Deciding constraint'] }],
    unsure: 0,
    graders: ['1'],
    rubrics: ['abc'],
  },
};
const outline = { title: 'Defensible', passing: { exerciseOverall: 0.7, quizMastery: 0.8 }, modules: [moduleEntry] };
const question = { id: 'pick-one', stem: 'Which?', type: 'single-choice', options: [{ id: 'a', text: 'A' }] };
const reveal = {
  itemId: 'pick-one',
  rationale: 'Because.',
  notes: [{ id: 'a', rationale: 'Right.' }],
  sources: [],
  type: 'single-choice',
  key: ['a'],
};
const answered = { itemId: 'pick-one', response, confidence: 'sure', isCorrect: true, share: 1, reveal };
const standing = { right: 1, total: 1, masteryScore: 0.8, isMastered: true };
const moduleProgress = {
  moduleId: 'M3',
  status: 'started',
  lessonsRead: 1,
  lessonsTotal: 1,
  quizzesMastered: 1,
  exercisesPassed: 0,
  exercisesTotal: 1,
};
const quizStanding = { right: 1, total: 1, isStarted: true, isMastered: true };
const lessonProgress = { lessonId: 'reading-a-budget', isRead: true, quiz: quizStanding };
const exerciseProgress = {
  scenarioId: 'S01',
  handIns: 1,
  bestOverall: 0.5,
  isPassed: false,
  latestSubmissionId: id,
  draftSavedAt: null,
};
const handInSummary = { submissionId: id, number: 1, submittedAt: at, overall: 0.5, isPassed: false };
const predictedCriterion = { id: 'S01-1', level: 'half', certainty: 'think-so' };
const hint = {
  criterionId: 'S01-1',
  title: 'What decides',
  level: 'half',
  question: 'What decides?',
  reading: [rereadLink],
  asks: null,
  next: null,
};
const criterionChange = {
  id: 'S01-1',
  title: 'What decides',
  before: 'none',
  after: 'full',
  pointsBefore: 0,
  pointsAfter: 4,
  max: 4,
  direction: 'rose',
  standing: 'resolved',
};
const draftChanges = {
  before: { number: 1, overall: 0.4, isHeldDown: true },
  after: { number: 2, overall: 0.8, isHeldDown: false },
  criteria: [criterionChange],
  resolved: [comment],
  open: [],
};
const pathStep = {
  module: 'M1',
  why: 'Every later module asks for it.',
  skip: { lessons: ['a-lesson'], because: 'It is known to most.' },
  exercises: ['S01'],
};
const learningPath = {
  id: 'tech-lead',
  title: 'Tech lead',
  audience: 'people who review designs.',
  outcome: 'You can lead the discussion.',
  steps: [pathStep],
  leavesOut: [{ module: 'M2', because: 'It is about something else.' }],
};
const placementAnswer = {
  itemId: 'm1-item',
  given: { response: { type: 'numeric', value: 3 }, confidence: 'sure' },
  share: 1,
  isRight: true,
  answeredAt: 1,
};
const placementVerdict = { moduleId: 'M1', title: 'Evidence', answer: 'right', standing: 'solid' };
const placementResult = {
  verdicts: [placementVerdict],
  start: { moduleId: 'M1', title: 'Evidence', lessonId: 'a-lesson', lessonTitle: 'A lesson' },
  skim: ['M1'],
  finishedAt: 1,
};
const modelAnswer = { ...handIn, note: 'Wins where the team stays and the load does too.' };
const openedExercise = {
  criteria: [criterion],
  components: [component],
  boundary: scenario.boundary,
  defensibleAnswers: scenario.defensible_answers,
  temptingWrong: scenario.tempting_wrong,
  workedNumbers: scenario.worked_numbers,
  modelAnswers: { usual: modelAnswer, contrarian: modelAnswer },
  twists: [twist],
  questions: ['What does a trace show?'],
};
const publicScenario = {
  id: 'S01',
  title: scenario.title,
  category: scenario.category,
  difficulty: 2,
  brief: scenario.brief,
  given: scenario.given,
  components: [{ id: 'gateway', name: 'Gateway' }],
  questions: ['Who pays for an outage?'],
};
const publicCriterion = { id: 'S01-1', title: 'Deciding constraint', points: 4, hint: 'What decides?' };
const itemOfType = (type: string) => EVERY_ITEM.find((item) => item.type === type);

const wordings = ['one way', 'another way', 'a third way', 'a fourth way', 'a fifth way', 'a sixth way'];
const probePart = { id: 'date', idea: 'The date is fixed.', says: wordings, denies: wordings.slice(0, 3) };
const criterionProbes = {
  id: 'S01-1',
  parts: [probePart],
  full: [{ all: ['date'] }],
  half: [{ of: ['date'], atLeast: 1 }],
  passages: {
    full: wordings.slice(0, 4).map((words) => `${words} to say it`),
    half: wordings.slice(0, 3).map((words) => `${words} to say it`),
    none: wordings.slice(0, 4).map((words) => `${words} to say it`),
  },
};
const quantity = {
  criteria: ['S01-2'],
  name: 'cores at peak',
  formula: '120*3/1000',
  unit: 'cores',
  value: 0.36,
  range: [0.1, 1.2],
  units: ['core'],
};

const sentence = (words: string) => `${words}, and that is why the gateway has to move somewhere else.`;
const twistRules = {
  id: 'S01-T1',
  opens_with: 'ten times the load',
  components: { gateway: { expect: 'must-move', accept: ['rust'] } },
  boundary: { expect: 'must-stay' },
  reasons: wordings.map((words) => sentence(`The load says ${words}`)),
  half_reasons: wordings.slice(0, 2).map((words) => sentence(`Half of it says ${words}`)),
  not_reasons: wordings.slice(0, 4).map((words) => sentence(`Something else says ${words}`)),
  feedback: { right: 'You let the load decide.', wrong: 'The load reaches the gateway only.' },
};
const twistGrade = {
  twist: 'S01-T1',
  parts: [{ id: 'gateway', before: 'go', after: 'rust', verdict: 'moved' }],
  boundary: { before: 'none', after: 'none', verdict: 'stayed' },
  moves: { right: 1, of: 1 },
  stays: { right: 1, of: 1 },
  note: { level: 'full', finding: 'reason', evidence: [evidence] },
  overall: 1,
  needsReview: false,
  receipt,
};
const twistAnswer = { choices: { gateway: 'rust' }, boundary: 'none', note: 'Go cannot take ten times the load.' };
const { receipt: _ofRound, twist: _twistId, ...learnerTwistGrade } = twistGrade;
const learnerRound = {
  number: 1,
  submittedAt: at,
  answer: twistAnswer,
  grade: learnerTwistGrade,
  after: { feedback: 'You let the load decide.', newAnswer: 'rust', why: 'the bill' },
};
const contraryCase = {
  id: 'S01-C1',
  side: 'go',
  answers: { gateway: 'go' },
  case: 'The team writes Go, and nobody else is on call.',
  holds_if: 'the team stays as it is today',
  strong_points: ['one', 'two'].map((pointId) => ({
    id: pointId,
    point: `The team writes Go, which is point ${pointId}.`,
    statements: wordings.slice(0, 5).map((words) => sentence(`Point ${pointId} says ${words}`)),
  })),
  conditions: wordings.slice(0, 4).map((words) => sentence(`If it ${words}`)),
  dismissals: wordings.slice(0, 4).map((words) => sentence(`No, because ${words}`)),
};
const aspectGrade = { level: 'full', evidence: [evidence] };
const rebuttalGrade = {
  case: 'S01-C1',
  standing: 'engaged',
  answered: 'one',
  aspects: { point: aspectGrade, reason: aspectGrade, condition: aspectGrade },
  overall: 1,
  needsReview: false,
  receipt,
};
const { receipt: _ofRebuttal, case: _caseId, answered: _answered, ...learnerRebuttalGrade } = rebuttalGrade;
const learnerRebuttal = {
  number: 1,
  submittedAt: at,
  reply: 'The team could learn it.',
  grade: learnerRebuttalGrade,
  answeredPoint: null,
  isOlderText: false,
  holdsIf: null,
};
const recallMemory = {
  stability: 2.3,
  difficulty: 5,
  reps: 1,
  lapses: 0,
  scheduledDays: 3,
  due: at,
  reviewedAt: at,
};
const recallFront = {
  cardId: id,
  version: 0,
  isNew: true,
  isChanged: false,
  place: { type: 'lesson', id: 'reading-a-budget', title: 'Reading a budget' },
  type: 'self',
  about: 'misconception',
  prompt: 'What is wrong with this?',
  quoted: 'Speed is a property of the language.',
  answers: [{ lead: null, text: 'It is one of what the program does.' }],
};
const recallBack = {
  reviewId: id,
  rating: 'hard',
  dueAt: at,
  isEarlier: false,
  shown: {
    type: 'text',
    text: 'The date.',
    level: 'half',
    feedback: 'Nearly.',
    quotes: ['The date'],
    descriptor: null,
  },
};
const recallStanding = { doneToday: 1, waiting: 0, timeZone: 'Europe/Berlin', undo: null, retired: 0, cards: 4 };

const notice = { kind: 'review', title: 'Feedback is ready', text: 'S01, draft 2.', href: '/results/abc' };

export const SCHEMA_SAMPLES: Readonly<Record<string, SchemaSample>> = {
  OwnSessionSchema: sample(
    { id: 's-1', device: 'Firefox on Linux', startedAt: at, seenAt: at, isThis: true },
    ['isThis'],
    'yes',
  ),
  OwnWaysSchema: sample(
    {
      hasPassword: true,
      isConfirmed: false,
      pendingEmail: null,
      sendsMail: true,
      provider: 'Example Works',
      isProviderOnly: false,
      linkedAt: null,
    },
    ['sendsMail'],
    undefined,
  ),
  SsoBodySchema: sample({ returnTo: '/account' }, ['returnTo'], 7),
  ForgottenBodySchema: sample({ email: 'ada@example.org' }, ['email'], 'ada'),
  ChangeEmailBodySchema: sample({ email: 'ada@example.org', password: 'x' }, ['email'], 'ada'),
  ChangePasswordBodySchema: sample({ current: 'x', password: 'long enough' }, ['password'], 'short'),
  DecisionIdSchema: sample(id, [], 'short'),
  AssignmentIdSchema: sample(id, [], 'short'),
  DecisionStatusSchema: sample('draft', [], 'maybe'),
  DecisionChoiceSchema: sample('keep-existing', [], 'zig'),
  DecisionPartSchema: sample(ownDecision.parts[0], ['name'], 'two\nlines'),
  DecisionOptionSchema: sample(ownDecision.options[0], ['cons'], 7),
  DecisionEvidenceSchema: sample(ownDecision.evidence[0], ['claim'], 'a\u0000b'),
  DecisionRecordSchema: sample(ownDecision, ['reversal', 'by'], null),
  DecisionSchema: sample({ id, version: 1, record: ownDecision, savedAt: at }, ['version'], 0),
  ReconsideredSchema: sample('still-right', [], 'yes'),
  DecisionLookSchema: sample({ answer: 'revise', note: '', answeredAt: at }, ['answer'], 'no'),
  AddDecisionBodySchema: sample({ record: ownDecision }, ['record', 'status'], 'done'),
  SaveDecisionBodySchema: sample({ baseVersion: 1, record: ownDecision }, ['baseVersion'], 0),
  ReconsiderBodySchema: sample({ answer: 'revise', reviewOn: '' }, ['answer'], ''),
  ImportDecisionBodySchema: sample({ text: '# A' }, ['text'], 1),
  // ids
  ModuleIdSchema: sample('M3', [], 'm3'),
  LessonIdSchema: sample('reading-a-budget', [], 'Reading'),
  ObjectiveIdSchema: sample('read-a-budget', [], 'read_a_budget'),
  ItemIdSchema: sample('pick-one', [], 'pick one'),
  LocalIdSchema: sample('a', [], ''),
  ClaimIdSchema: sample('A-III-2', [], 'C-III-2'),
  CaseIdSchema: sample('C01', [], 'C1'),
  ScenarioIdSchema: sample('S01', [], 'S001'),
  CriterionIdSchema: sample('S01-1', [], 'S01'),
  ComponentIdSchema: sample('gateway', [], 'Gateway'),
  MisconceptionIdSchema: sample('s01-tempting', [], 'S01'),
  TermIdSchema: sample('tail-latency', [], 'Tail latency'),
  LearnerIdSchema: sample(id, [], '../etc'),
  CohortIdSchema: sample(id, [], 'short'),
  AttemptIdSchema: sample(id, [], ''),
  SubmissionIdSchema: sample(id, [], `${id} `),
  ReviewIdSchema: sample(id, [], 7),
  InstantSchema: sample(at, [], 1.5),
  // content
  OptionSchema: sample({ id: 'a', text: 'A', rationale: 'Right.' }, ['rationale'], ''),
  SingleChoiceItemSchema: sample(itemOfType('single-choice'), ['options'], []),
  MultipleChoiceItemSchema: sample(itemOfType('multiple-choice'), ['key'], []),
  OrderingItemSchema: sample(itemOfType('ordering'), ['entries'], []),
  MatchingItemSchema: sample(itemOfType('matching'), ['categories'], []),
  NumericItemSchema: sample(itemOfType('numeric'), ['key'], 'many'),
  ShortAnswerItemSchema: sample(itemOfType('short-answer'), ['modelAnswer'], ''),
  SpotTheDefectItemSchema: sample(itemOfType('spot-the-defect'), ['defects', 0, 'lines'], []),
  ItemSchema: sample(itemOfType('single-choice'), ['key'], 'no-such-option'),
  QuizSchema: sample({ lesson: 'reading-a-budget', masteryScore: 0.8, items: EVERY_ITEM }, ['masteryScore'], 80),
  ObjectiveSchema: sample(objective, ['text'], 'Read'),
  LessonSchema: sample(lesson, ['reviewedOn'], '21/11/2026'),
  ModuleSchema: sample(moduleEntry, ['folder'], 'performance'),
  PromisesSchema: sample({ everyClaim: true, items: 2, itemsPerQuiz: 1, exercises: 1, cases: 1 }, ['itemsPerQuiz'], 0),
  CourseOutlineSchema: sample(outline, ['passing', 'quizMastery'], 80),
  ReadingSchema: sample('seen', [], 'skimmed'),
  CaseSchema: sample(caseStudy, ['sections'], []),
  CaseConstraintSchema: sample('pauses', [], 'speed'),
  CaseBoundarySchema: sample('whole program', [], 'wire'),
  CaseDirectionSchema: sample('left-go', [], 'Go'),
  CaseFacetsSchema: sample(caseStudy.facets, ['directions'], ['rust', 'rust']),
  PublicCaseSchema: sample(publicCase, ['facets', 'constraints'], []),
  CaseCitationSchema: sample(citation, ['limit'], ''),
  CaseCitationsSchema: sample({ cases: [citation] }, ['cases', 0, 'id'], 'C1'),
  VerdictSchema: sample('supported', [], 'true'),
  ClaimSourceSchema: sample(source, ['url'], 'example.org'),
  ClaimSchema: sample(claim, ['verdict'], 'yes'),
  MisconceptionSchema: sample(
    {
      id: 'no-pauses',
      statement: 'Rust never pauses.',
      answer: 'Freeing a large tree is a pause too.',
      claims: ['A-III-2'],
    },
    ['claims'],
    [],
  ),
  TermSchema: sample(
    { id: 'heap', term: 'heap', also: ['live heap'], text: 'Memory that outlives a call.', see: ['gogc', 'A-IV-C-2'] },
    ['see', 0],
    'Go GC',
  ),
  SearchQuerySchema: sample({ q: 'tail latency' }, ['q'], 'x'.repeat(101)),
  LevelSchema: sample('half', [], 'most'),
  CriterionSchema: sample(criterion, ['concepts'], []),
  RubricSchema: sample({ scenario: 'S01', criteria: [criterion] }, ['criteria', 0, 'id'], 'S02-1'),
  CriterionRereadSchema: sample({ id: 'S01-1', claims: ['A-III-2'], cases: ['C01'], lessons: [] }, ['cases', 0], 'C1'),
  ModelAnswerSchema: sample(modelAnswer, ['note'], 'short'),
  ModelAnswersSchema: sample(
    { scenario: 'S01', usual: modelAnswer, contrarian: modelAnswer },
    ['contrarian', 'boundary'],
    'bridge',
  ),
  RereadSchema: sample({ scenario: 'S01', criteria: [{ id: 'S01-1', claims: ['A-III-2'] }] }, ['criteria'], []),
  PublicCriterionSchema: sample(publicCriterion, ['points'], 0),
  PublicRubricSchema: sample([publicCriterion], [0, 'hint'], ''),
  ChoiceSchema: sample('go', [], 'zig'),
  BoundarySchema: sample('queue', [], 'shared memory'),
  VariantsSchema: {
    valid: {
      scenario: 'S01',
      figures: [{ id: 'peak', base: 120, values: [160, 90], with: ['rps'], unit: 'ms' }],
      worked_numbers: [{ formula: 'peak * 3' }],
      derived: [{ id: 'cores', formula: 'peak / 1000' }],
      phrases: [{ base: 'about five', values: ['about six', 'about four'] }],
      keeps: ['120 ms'],
    },
    path: ['figures', 0, 'id'],
    bad: 'two words',
  },
  ScenarioSchema: sample(scenario, ['components', 0, 'answer'], 'zig'),
  PublicScenarioSchema: sample(publicScenario, ['difficulty'], 9),
  SampleSchema: sample(
    {
      title: 'Go, with a sum',
      model: true,
      handIn,
      profile: 'solid_terse',
      expected: { levels: { 'S01-1': 'full' } },
    },
    ['profile'],
    'clever',
  ),
  ProfileSchema: sample('solid_terse', [], 'clever'),
  ProbePartSchema: sample(probePart, ['says', 0], ''),
  ProbeRuleSchema: sample({ of: ['date', 'skills'], atLeast: 1 }, ['atLeast'], 0),
  CriterionProbesSchema: sample(criterionProbes, ['full'], []),
  QuantitySchema: sample(quantity, ['range'], [1]),
  MisconceptionProbesSchema: sample({ id: 's01-tempting', says: wordings, corrects: wordings }, ['says'], []),
  AliasesSchema: sample({ id: 'http-api', names: ['API', 'HTTP API', 'endpoints', 'handlers'] }, ['names'], []),
  ProbesSchema: sample(
    {
      scenario: 'S01',
      written: { date: '2026-11-21', note: 'Written from the rubric and the brief alone.' },
      criteria: [criterionProbes],
      quantities: [quantity],
      misconceptions: [],
      components: [{ id: 'http-api', names: ['API', 'HTTP API', 'endpoints', 'handlers'] }],
    },
    ['written', 'date'],
    'in autumn',
  ),
  // what learners give
  HandInSchema: sample(handIn, ['explanation'], 'cut\0here'),
  PartialHandInSchema: sample({ choices: {}, explanation: '' }, ['explanation'], 'x'.repeat(20_001)),
  ConfidenceSchema: sample('guess', [], 'certain'),
  ResponseSchema: sample(response, ['chosen'], ''),
  StartOverBodySchema: { valid: { attempt: 1 }, path: ['attempt'], bad: 0 },
  SaveDraftBodySchema: sample({ baseVersion: 0, handIn }, ['baseVersion'], -1),
  SubmitBodySchema: sample(
    { scenarioId: 'S01', handIn, opinion: { recipientId: recipient.id, isWanted: true }, pressedAt: at },
    ['handIn', 'boundary'],
    'fax',
  ),
  RecipientSchema: sample(recipient, ['id'], 'anthropic'),
  OpinionChoiceSchema: sample({ recipientId: recipient.id, isWanted: false }, ['isWanted'], 'yes'),
  OpinionGapSchema: sample('timeout', [], 'tired'),
  OpinionSchema: sample(opinion, ['criteria', 0, 'standing'], 'better'),
  OpinionViewSchema: sample(opinionView, ['recipient', 'model'], ''),
  OpinionUsageSchema: sample(opinionUsage, ['inputTokens'], 0.5),
  OpinionDaySchema: sample(
    { day: '2026-11-21', asked: 1, inputTokens: 900, outputTokens: 80, cost: 0 },
    ['day'],
    '21.11.',
  ),
  PreviewBodySchema: sample({ to: 'start' }, ['to'], 'pause'),
  OpenQuizBodySchema: sample({ lessonId: 'reading-a-budget', items: 'all' }, ['items'], 'some'),
  AnswerBodySchema: sample({ itemId: 'pick-one', response, confidence: 'sure' }, ['confidence'], 'very'),
  EmptyBodySchema: sample({}, [], []),
  InviteIdSchema: sample(id, [], 'short'),
  InviteDaysSchema: sample(7, [], 8),
  InviteTermsSchema: sample({ role: 'learner', label: 'Kick-off', days: 7, maxUses: 30 }, ['maxUses'], 0),
  InviteSchema: sample(
    {
      id,
      role: 'reviewer',
      label: '',
      email: 'ada@example.org',
      madeBy: null,
      createdAt: at,
      expiresAt: at,
      uses: 0,
      maxUses: 1,
      status: 'open',
    },
    ['status'],
    'dead',
  ),
  NewInviteSchema: sample({ inviteId: id, url: 'https://course.test/join/x', expiresAt: at }, ['url'], 'join/x'),
  RosterLineStatusSchema: sample('new', [], 'fine'),
  RosterLineSchema: sample(
    { line: 2, email: 'ada@example.org', name: '', role: 'learner', status: 'new', detail: '', url: null },
    ['line'],
    0,
  ),
  RosterImportBodySchema: sample({ text: 'email', days: 30, mode: 'check' }, ['mode'], 'try'),
  NewCohortBodySchema: sample({ name: 'Platform team' }, ['name'], 'a'),
  CohortChangeBodySchema: sample({ isArchived: true }, ['isArchived'], 1),
  DeleteCohortBodySchema: sample({ confirm: 'Platform team' }, ['confirm'], null),
  RetentionSchema: sample({ guests: 90, withdrawnTexts: 365, seenNotices: null, textViews: 730 }, ['guests'], null),
  RetentionEffectSchema: sample({ count: 3, oldest: 1_795_000_000_000 }, ['count'], -1),
  RetentionPreviewSchema: sample(
    {
      guests: { count: 3, oldest: 1_795_000_000_000 },
      withdrawnTexts: { count: 0, oldest: null },
      seenNotices: { count: 0, oldest: null },
      textViews: { count: 0, oldest: null },
    },
    ['guests', 'count'],
    -1,
  ),
  OrganisationBodySchema: sample({ name: 'Example Works' }, ['name'], ' '),
  AppointOwnerBodySchema: sample({ email: 'ada@example.org' }, ['email'], 'ada'),
  StaffRoleSchema: sample('lead', [], 'learner'),
  PersonChangeSchema: sample({ type: 'grant', role: 'lead' }, ['role'], 'owner'),
  ActFilterSchema: sample(
    { act: null, person: null, cohortId: null, from: '2026-11-01', until: null },
    ['from'],
    'yesterday',
  ),
  ActFileQuerySchema: sample({ act: 'role.granted' }, ['act'], 1),
  ActLineSchema: sample(
    {
      id,
      at,
      actorName: 'Ada',
      act: 'role.granted',
      cohortName: null,
      subjectId: id,
      subjectName: null,
      details: 'role: lead',
    },
    ['at'],
    -1,
  ),
  BandSchema: sample('few', [], 'one'),
  ShareSchema: sample({ kind: 'count', band: 'most', from: 6, to: 7 }, ['band'], 'one'),
  SplitSchema: sample(teamSplit, ['people'], 4),
  ScenarioMapSchema: sample(scenarioMap, ['scenarioId'], 'one'),
  ArgumentSideSchema: sample(side, ['sentences'], []),
  ArgumentsSchema: sample(teamArguments, ['sides'], [side]),
  DiscussionPackSchema: sample(discussionPack, ['questions'], null),
  PackQuerySchema: sample({ cohort: id, scenario: 'S01' }, ['scenario'], 'one'),
  LivePhaseSchema: sample('deciding', [], 'open'),
  LiveRoundIdSchema: sample(id, [], 'x'),
  LiveCodeSchema: sample('7KQ2MX', [], '7KQ2M0'),
  LiveVoteSchema: sample(liveVote, ['line'], 'x'.repeat(201)),
  LiveShownSchema: sample(liveShown, ['moved'], 'one'),
  ParticipantRoundSchema: sample({ ...liveRound, own: liveVote, hasDecided: true }, ['version'], -1),
  FacilitatorRoundSchema: sample(
    { ...liveRound, roundId: id, code: '7KQ2MX', decided: 5, isEnough: true },
    ['decided'],
    -1,
  ),
  OpenRoundBodySchema: sample({ cohortId: id, scenarioId: 'S01' }, ['scenarioId'], 'one'),
  MoveRoundBodySchema: sample({ cohortId: id, version: 0, to: 'revealed', minutes: 5 }, ['to'], 'deciding'),
  RoundQuerySchema: sample({ cohort: id, round: id }, ['round'], 'x'),
  CodeQuerySchema: sample({ code: '7kq2mx' }, ['code'], 'wall'),
  SignUpBodySchema: sample({ name: 'Ada', email: 'ada@example.org', password: 'long enough' }, ['email'], 'ada'),
  SignInBodySchema: sample({ email: 'ada@example.org', password: 'x' }, ['password'], ''),
  ResetPasswordBodySchema: sample({ password: 'long enough' }, ['password'], 'short'),
  ResetLinkBodySchema: sample({ learnerId: id }, ['learnerId'], ''),
  ApiErrorSchema: sample({ error: { code: 'stale-draft', message: 'A newer draft exists.' } }, ['error', 'code'], 409),
  PreferencesSchema: sample(
    {
      editor: 'plain',
      predictions: 'never',
      reminders: { dueSoon: true, overdue: true, digest: true },
      letters: { dueSoon: true, overdue: false, feedback: false, digest: false, desk: false, timeZone: null },
      sharing: 'private',
    },
    ['predictions'],
    'sometimes',
  ),
  SavePreferencesBodySchema: sample({ predictions: 'ask' }, ['editor'], 'vim'),
  PredictedCriterionSchema: sample(predictedCriterion, ['certainty'], 'certain'),
  PredictionSchema: sample([predictedCriterion], [0, 'level'], 'most'),
  PredictionAnswerSchema: sample({ type: 'predicted', criteria: [predictedCriterion] }, ['criteria', 0, 'id'], 'one'),
  PredictionAskSchema: sample(
    { submissionId: id, scenarioId: 'S01', criteria: [{ id: 'S01-1', title: 'What decides', points: 4 }] },
    ['criteria'],
    [],
  ),
  HintStepSchema: sample('reading', [], 'answer'),
  OpenHintBodySchema: sample({ scenarioId: 'S01', criterionId: 'S01-1', step: 'asks' }, ['step'], 'answer'),
  HintSchema: sample(hint, ['next'], 'answer'),
  CriterionChangeSchema: sample(criterionChange, ['standing'], 'fine'),
  DraftChangesSchema: sample(draftChanges, ['criteria', 0, 'direction'], 'up'),
  DraftComparisonSchema: sample(
    {
      scenarioId: 'S01',
      scenarioTitle: 'The gateway',
      components: [{ id: 'gateway', name: 'Gateway' }],
      handIns: [handInSummary, { ...handInSummary, number: 2 }],
      before: { summary: handInSummary, handIn },
      after: { summary: { ...handInSummary, number: 2, overall: null, isWithheld: true }, handIn },
      changes: draftChanges,
    },
    ['handIns'],
    [handInSummary],
  ),
  // what is stored
  ItemScoreSchema: sample(scored, ['share'], 2),
  ItemResponseSchema: sample(itemResponse, ['answeredAt'], -1),
  QuizAttemptSchema: sample(quizAttempt, ['score'], 5),
  SubmissionSchema: sample(submission, ['number'], 0),
  DraftSchema: sample({ scenarioId: 'S01', version: 1, handIn, savedAt: at }, ['version'], 0.5),
  AttemptSchema: sample({ ...opened, status: 'graded', submission, grade, gradedAt: at }, ['gradedAt'], null),
  EvidenceSchema: sample(evidence, ['quote'], ''),
  FeedbackTypeSchema: sample('essential', [], 'urgent'),
  CommentSchema: sample(comment, ['about'], 'weather'),
  PickVerdictSchema: sample('weak', [], 'fair'),
  PickCreditSchema: sample(credit, ['credit'], 0.25),
  CriterionGradeFieldsSchema: sample(judged, ['confidence'], 80),
  CriterionGradeSchema: sample(judged, ['evidence'], []),
  ContradictionSchema: sample(contradiction, ['component'], ''),
  BoundaryContradictionSchema: sample({ picked: 'FFI/C-ABI', written: 'queue', evidence }, ['picked'], 1),
  ArithmeticSlipSchema: sample({ ...evidence, written: 190, computed: 180 }, ['computed'], '180'),
  MisconceptionEvidenceSchema: sample({ id: 's01-tempting', evidence }, ['evidence'], 'Go'),
  ReceiptSchema: sample(receipt, ['engine'], null),
  GradeSchema: sample(grade, ['overall'], 1.01),
  ReviewReasonTextSchema: sample('The sum is there.', [], 'no'),
  ReviewSchema: sample(
    {
      decision: 'override',
      id,
      submissionId: id,
      reviewerId: id,
      event: 1,
      viaId: null,
      at,
      criterionId: 'S01-1',
      level: 'full',
      reason: 'The sum is there.',
    },
    ['reason'],
    '',
  ),
  LearnerSchema: sample({ ...learner, createdAt: at }, ['email'], 'ada'),
  CohortSchema: sample({ id, name: 'Platform team', createdAt: at, archivedAt: null }, ['name'], 'P'),
  RoleSchema: sample('reviewer', [], 'admin'),
  ActSchema: sample('role.granted', [], 'granted a role'),
  AuditEntrySchema: sample(
    {
      id,
      at,
      actorId: id,
      actorName: 'Ada',
      act: 'role.granted',
      cohortId: id,
      subjectId: null,
      details: { role: 'lead' },
    },
    ['details', 'role'],
    ['lead'],
  ),
  NoticeSchema: sample(notice, ['href'], 'https://example.org'),
  NoticeViewSchema: sample({ ...notice, id, createdAt: at, isSeen: false }, ['isSeen'], 0),
  GradeEventKindSchema: sample('appeal', [], 'whim'),
  GradeEventSchema: sample(
    {
      submissionId: id,
      number: 1,
      kind: 'review',
      grade,
      rubricHash: 'abc',
      byId: id,
      reason: 'The sum is there.',
      batchId: null,
      at,
    },
    ['number'],
    -1,
  ),
  EnrolmentSchema: sample(
    { learnerId: id, cohortId: id, role: 'learner', status: 'active', enrolledAt: at },
    ['role'],
    'admin',
  ),
  RemindersSchema: sample({ dueSoon: true, overdue: true, digest: false }, ['digest'], 'weekly'),
  PastesSchema: sample({ characters: 1_500, largest: 1_430 }, ['largest'], -1),
  LargePasteSchema: sample({ largest: 1_430, total: 1_800 }, ['total'], 0),
  LetterKindSchema: sample('desk', [], 'advert'),
  LettersSchema: sample(
    { dueSoon: true, overdue: true, feedback: true, digest: false, desk: false, timeZone: 'UTC' },
    ['timeZone'],
    'Home',
  ),
  LetterPartSchema: sample(
    { type: 'news', title: 'A person looked', href: '/results/x' },
    ['href'],
    'https://example.org',
  ),
  LetterStateSchema: sample('waiting', [], 'lost'),
  // assignments, and what is done later
  AssignmentTargetSchema: sample({ type: 'path', pathId: 'short' }, ['type'], 'course'),
  AttemptsPolicySchema: sample({ counts: 'latest', most: null }, ['most'], 0),
  PassRuleSchema: sample({ type: 'course' }, ['type'], 'none'),
  AssignmentPlanSchema: sample(plan, ['title'], ' a '),
  AssignmentSchema: sample(
    { ...plan, id, cohortId: id, version: 1, createdAt: at, changedAt: at, withdrawnAt: null },
    ['version'],
    0,
  ),
  ExtensionSchema: sample({ learnerId: id, ...moreTime }, ['reason'], null),
  AssignmentStandingSchema: sample(standingDone, ['doneAt'], -1),
  OwnAssignmentSchema: sample(
    {
      id,
      cohortName: 'Platform team',
      title: plan.title,
      note: '',
      asks: ['Exercise S01'],
      attempts: plan.attempts,
      passShare: 0.7,
      opensAt: at,
      dueAt: at,
      extension: moreTime,
      standing: standingDone,
    },
    ['standing', 'doneAt'],
    'yesterday',
  ),
  AssignedExerciseSchema: sample({ title: plan.title, dueAt: at, isOverdue: false, left: null }, ['left'], -1),
  LearnerStandingSchema: sample(
    {
      learnerId: id,
      name: 'Ada',
      isGuest: false,
      dueAt: at,
      extension: null,
      standing: standingDone,
      handIns: 2,
      lateHandIns: 1,
    },
    ['lateHandIns'],
    -1,
  ),
  ChangeAssignmentBodySchema: sample({ baseVersion: 1, plan }, ['plan', 'attempts', 'most'], 21),
  WithdrawAssignmentBodySchema: sample({ isWithdrawn: true }, ['isWithdrawn'], 'yes'),
  GrantExtensionBodySchema: sample({ dueAt: at, reason: 'On call.' }, ['reason'], '  '),
  ReminderKindSchema: sample('overdue', [], 'daily'),
  JobBodySchema: sample({ kind: 'digest', week: '2026-11-23' }, ['week'], 'next'),
  FailedJobSchema: sample(
    { id, kind: 'deliver', tries: 6, failedAt: at, lastError: 'it answered 500' },
    ['tries'],
    'six',
  ),
  WebhookViewSchema: sample({ url: 'https://hooks.example.org/…', createdAt: at }, ['url'], 7),
  WebhookDeliverySchema: sample({ id, event: 'test', at, status: 204, problem: null }, ['status'], 'ok'),
  SetWebhookBodySchema: sample({ url: 'https://hooks.example.org/x' }, ['url'], ''),
  // what is shown
  QuestionSchema: sample(question, ['options', 0], { id: 'a', text: 'A', rationale: 'Right.' }),
  RevealSchema: sample(reveal, ['key'], 'a'),
  AnsweredItemSchema: sample(answered, ['isCorrect'], 'yes'),
  QuizViewSchema: sample(
    {
      attemptId: id,
      lessonId: 'reading-a-budget',
      number: 1,
      questions: [question],
      answered: [answered],
      isFinished: true,
      share: 1,
      isChanged: false,
      standing,
    },
    ['share'],
    'all',
  ),
  LessonProgressSchema: sample(lessonProgress, ['quiz', 'right'], 0.5),
  ExerciseProgressSchema: sample(exerciseProgress, ['handIns'], 'one'),
  ModuleProgressSchema: sample(moduleProgress, ['status'], 'done'),
  StepSchema: sample(
    { type: 'lesson', lessonId: 'reading-a-budget', title: 'Reading', minutes: 10 },
    ['minutes'],
    '10',
  ),
  CourseProgressSchema: sample(
    {
      modules: [moduleProgress],
      lessons: [lessonProgress],
      exercises: [exerciseProgress],
      next: { type: 'done' },
      minutesLeft: 0,
      hasBegun: true,
      pathId: null,
    },
    ['minutesLeft'],
    null,
  ),
  PathIdSchema: sample('tech-lead', [], 'Tech lead'),
  PathStepSchema: sample(pathStep, ['skip', 'lessons'], []),
  LearningPathSchema: sample(learningPath, ['steps', 0, 'why'], 'short'),
  PathsFileSchema: sample({ paths: [learningPath] }, ['paths', 0, 'id'], 'Tech lead'),
  ChoosePathBodySchema: sample({ pathId: null }, ['pathId'], 'Tech lead'),
  DeleteAccountBodySchema: sample({ confirm: 'delete', password: 'correct horse' }, ['confirm'], 'yes'),
  ExportQuerySchema: sample({ format: 'md' }, ['format'], 'pdf'),
  StrengthSchema: sample(
    { lessonId: 'one', objectiveId: 'read', text: 'Read it.', n: 3, status: 'judged', right: 2 },
    ['n'],
    0,
  ),
  DraftUnderWaySchema: sample(
    { scenarioId: 'S01', title: 'The gateway', text: 'So far.', savedAt: at },
    ['savedAt'],
    -1,
  ),
  ReportIdSchema: sample(id, [], 'short'),
  AppealIdSchema: sample(id, [], 'short'),
  RegradeIdSchema: sample(id, [], 'short'),
  ListingIdSchema: sample('0123456789ab', [], 'not hexadecimal'),
  ReportAboutSchema: sample(reportAbout, ['itemId'], 'Not An Id'),
  ReportKindSchema: sample('typo', [], 'ugly'),
  ReportStatusSchema: sample('fixed', [], 'open'),
  ReportContextSchema: sample(reportContext, ['shown'], 'the stem'),
  ReportBodySchema: sample({ about: reportAbout, kind: 'typo', text: 'A letter too many.' }, ['text'], 'short'),
  AnswerReportBodySchema: sample({ status: 'fixed', reply: 'Mended.' }, ['status'], 'new'),
  OwnReportSchema: sample({ ...report, status: 'new' }, ['createdAt'], -1),
  DeskReportSchema: sample(
    { ...report, status: 'new', reply: null, answeredAt: null, lessonId: 'one', reporter },
    ['reporter', 'isGuest'],
    'yes',
  ),
  ReportFilterSchema: sample({ status: null, lessonId: null }, ['status'], 'open'),
  ReportFileQuerySchema: sample({ format: 'md' }, ['format'], 'pdf'),
  PlacementIdSchema: sample(id, [], 'short'),
  PlacementFileSchema: sample({ items: [{ module: 'M1', item: 'm1-item' }] }, ['items', 0, 'module'], 'one'),
  PlacementAnswerSchema: sample(placementAnswer, ['given', 'confidence'], 'very'),
  PlacementAnswerBodySchema: sample({ itemId: 'm1-item', given: null }, ['given'], 'none'),
  PlacementSchema: sample(
    {
      id,
      learnerId: id,
      seed: 7,
      itemIds: ['m1-item'],
      answers: [placementAnswer],
      openedAt: 1,
      finishedAt: null,
    },
    ['finishedAt'],
    'now',
  ),
  PlacementStandingSchema: sample('not-yet', [], 'never'),
  PlacementVerdictSchema: sample(placementVerdict, ['answer'], 'wrong'),
  PlacementResultSchema: sample(placementResult, ['start', 'lessonId'], 'A lesson'),
  PlacementViewSchema: sample(
    { placementId: id, questions: [question], answeredIds: ['m1-item'], result: placementResult },
    ['answeredIds', 0],
    'An item',
  ),
  RereadLinkSchema: sample(rereadLink, ['anchor'], ''),
  LearnerCriterionSchema: sample(learnerCriterion, ['hint'], ''),
  LearnerGradeSchema: sample(learnerGrade, ['misconceptions', 0], 's01-tempting'),
  OpenedExerciseSchema: sample(openedExercise, ['modelAnswers', 'usual', 'note'], null),
  HandInSummarySchema: sample(handInSummary, ['isPassed'], 'no'),
  ResultViewSchema: sample(
    {
      submissionId: id,
      scenarioId: 'S01',
      scenarioTitle: 'The gateway',
      number: 1,
      submittedAt: at,
      handIn,
      components: [{ id: 'gateway', name: 'Gateway' }],
      grade: learnerGrade,
      opinion: opinionView,
      isPassed: true,
      passMark: 0.7,
      handIns: [handInSummary],
      opened: openedExercise,
      opensAfter: 'When you have passed.',
    },
    ['grade', 'criteria', 0, 'title'],
    '',
  ),
  // twist rounds
  TwistIdSchema: sample('S01-T1', [], 'S01-1'),
  PartExpectationSchema: sample({ expect: 'may-move', accept: ['go'] }, ['accept'], []),
  BoundaryExpectationSchema: sample({ expect: 'may-move', accept: ['queue'] }, ['accept', 0], 'go'),
  TwistRulesSchema: sample(twistRules, ['not_reasons'], twistRules.not_reasons.slice(0, 3)),
  TwistsFileSchema: sample({ scenario: 'S01', twists: [twistRules] }, ['twists', 0, 'reasons', 0], 'too short'),
  PartVerdictSchema: sample('moved', [], 'drifted'),
  NoteGradeSchema: sample(twistGrade.note, ['finding'], 'style'),
  TwistGradeSchema: sample(twistGrade, ['stays', 'right'], -1),
  TwistAnswerSchema: sample(twistAnswer, ['note'], '   '),
  TwistRoundBodySchema: sample(
    { twistId: 'S01-T1', changeHash: 'abc', answer: twistAnswer },
    ['answer', 'boundary'],
    'bridge',
  ),
  TwistEntrySchema: sample({ status: 'done', n: 1, best: 0.8, rounds: 2 }, ['best'], null),
  LearnerRoundSchema: sample(learnerRound, ['after', 'why'], null),
  TwistPageSchema: sample(
    {
      submissionId: id,
      draftNumber: 1,
      scenario: publicScenario,
      n: 1,
      of: 2,
      twistId: 'S01-T1',
      change: 'ten times the load',
      changeHash: 'abc',
      before: { choices: { gateway: 'go' }, boundary: 'none' },
      rounds: [{ number: 1, submittedAt: at, overall: 1 }],
      round: learnerRound,
    },
    ['rounds', 0, 'overall'],
    null,
  ),
  // the other side
  ContraryIdSchema: sample('S01-C1', [], 'S01-T1'),
  SideSchema: sample('both', [], 'either'),
  ContraryCaseSchema: sample(contraryCase, ['strong_points'], contraryCase.strong_points.slice(0, 1)),
  ContraryFileSchema: sample({ scenario: 'S01', cases: [contraryCase, contraryCase] }, ['cases'], [contraryCase]),
  AspectSchema: sample('reason', [], 'style'),
  RebuttalGradeSchema: sample(rebuttalGrade, ['aspects', 'point', 'level'], 'some'),
  ReplySchema: sample('The team could learn it.', [], '  '),
  RebuttalBodySchema: sample({ caseId: 'S01-C1', caseHash: 'abc', reply: 'It could.' }, ['reply'], 'x'.repeat(1_501)),
  ContraryEntrySchema: sample({ status: 'answered', best: 0.5, replies: 1 }, ['replies'], 0),
  LearnerRebuttalSchema: sample(learnerRebuttal, ['grade', 'standing'], 'won'),
  ContraryPageSchema: sample(
    {
      submissionId: id,
      scenarioId: 'S01',
      scenarioTitle: 'The gateway',
      draftNumber: 1,
      caseId: 'S01-C1',
      caseHash: 'abc',
      side: 'go',
      text: contraryCase.case,
      replies: [{ number: 1, submittedAt: at, overall: 1 }],
      rebuttal: learnerRebuttal,
    },
    ['replies', 0, 'number'],
    0,
  ),
  // the decision space
  PickCountSchema: sample({ status: 'shown', count: 3 }, ['count'], 2),
  DecisionSpaceSchema: sample(
    {
      scenarioId: 'S01',
      title: 'The gateway',
      components: [
        {
          id: 'gateway',
          name: 'Gateway',
          because: 'It idles.',
          cells: [{ choice: 'go', standing: 'answer', ownDrafts: [1], others: { status: 'few' } }],
        },
      ],
      answers: [{ name: 'The expected answer', wins: 'While the team stays.', same: 1, isNearest: true }],
      defensible: [{ answer: 'Go', holds_if: 'the team stays', argument: 'They know it.' }],
      drafts: 1,
      hasOthers: true,
    },
    ['components', 0, 'cells', 0, 'ownDrafts', 0],
    0,
  ),
  StandingFilterSchema: sample('at-risk', [], 'lost'),
  PeopleSortSchema: sample('risk', [], 'weight'),
  PeopleQuerySchema: sample({ q: 'ada', standing: 'all', sort: 'name', after: '' }, ['standing'], 'lost'),
  CohortExportQuerySchema: sample(
    { cohort: id, what: 'attempts', format: 'csv', q: '', standing: 'all' },
    ['format'],
    'xlsx',
  ),
  LearnerRecordSchema: sample(
    {
      learnerId: id,
      name: 'Ada',
      email: null,
      isGuest: true,
      createdAt: at,
      lastActiveAt: null,
      lessons: [{ lessonId: 'reading-a-budget', title: 'Reading', readAt: null, quizRight: 0, quizTotal: 1 }],
      handIns: [{ ...handInSummary, scenarioId: 'S01', scenarioTitle: 'The gateway', needsReview: false }],
    },
    ['handIns', 0, 'needsReview'],
    1,
  ),
  QueueReasonSchema: sample('alike', [], 'copied'),
  QueueEntrySchema: sample(queueEntry, ['reasons'], []),
  ReviewQueueSchema: sample(
    {
      cohortId: id,
      cohortName: 'Platform team',
      mayManage: true,
      samplePercent: 5,
      total: 1,
      counts: { unsure: 1 },
      entries: [queueEntry],
      decided: 0,
    },
    ['samplePercent'],
    101,
  ),
  ReviewNoteSchema: sample(reviewNote, ['at'], -1),
  AlikePassageSchema: sample(alikePassage, ['end'], 0),
  AlikeTextSchema: sample({ otherId: id, share: 0.6, passages: [alikePassage] }, ['share'], 1.1),
  AlikeDraftSchema: sample(alikeDraft, ['basedOn'], -1),
  ReviewViewSchema: sample(
    {
      submissionId: id,
      cohortId: id,
      cohortName: 'Platform team',
      mayReveal: false,
      scenarioId: 'S01',
      scenarioTitle: 'The gateway',
      brief: 'A gateway.',
      number: 1,
      submittedAt: at,
      pressedAt: null,
      handIn,
      components: [component],
      criteria: [criterion],
      grade,
      machineOverall: 0.5,
      basedOn: 0,
      opinion: null,
      reasons: ['unsure'],
      notes: [reviewNote],
      alikeTexts: [],
      largePaste: { largest: 1_430, total: 1_800 },
      alikeDrafts: [alikeDraft],
      replies: [{ criterionId: 'S01-1', level: 'full', reason: 'The sum is there.' }],
      decided: null,
      nextId: null,
      waiting: 1,
    },
    ['replies', 0, 'level'],
    'great',
  ),
  RulingBodySchema: sample({ criterionId: 'S01-1', level: 'half', reason: 'One sum of two.' }, ['reason'], 'no'),
  DecideBodySchema: sample({ cohortId: id, basedOn: 0, rulings: [], alsoTo: [] }, ['basedOn'], -1),
  ReviewPlaceBodySchema: sample({ cohortId: id }, ['cohortId'], ''),
  NoteBodySchema: sample({ cohortId: id, text: 'Compare the sums.' }, ['text'], ''),
  RevealBodySchema: sample({ cohortId: id, reason: 'asked by mail' }, ['reason'], 'why'),
  DismissBodySchema: sample({ cohortId: id, otherId: id }, ['otherId'], 1),
  SampleBodySchema: sample({ percent: 5 }, ['percent'], 0.5),
  SeenNoticesBodySchema: sample({ until: at }, ['until'], -1),
  LabelledSampleSchema: sample(
    {
      ...{ scenarioId: 'S01', criterionId: 'S01-1', level: 'full', text: 'The date is fixed.', rubricHash: 'abc' },
      sample: { title: 'An appeal', profile: 'mid_one_gap', model: false, handIn, expected: { levels: {} } },
      createdAt: at,
    },
    ['level'],
    'best',
  ),
  LabelledSampleQuerySchema: sample({ cohort: id }, ['cohort'], 'x'),
  RegradeKindSchema: sample('appeal', [], 'whim'),
  RegradeStatusSchema: sample('ready', [], 'lost'),
  RegradeLineStateSchema: sample('kept', [], 'lost'),
  LevelChangeSchema: sample(levelChange, ['to'], 'best'),
  RegradeLineSchema: sample(regradeLine, ['state'], 'lost'),
  RegradeCardSchema: sample(regradeCard, ['status'], 'lost'),
  RegradeFilterSchema: sample({ show: 'moves', scenarioId: null, page: 1 }, ['page'], 0),
  RegradeViewSchema: sample(
    {
      ...{ ...regradeCard, version: 0, neverLowerOverall: true, neverLowerCriteria: false, looked: 3, counts: {} },
      ...{ unmoved: 2, up: 1, down: 0, held: 0, scenarios: ['S01'], lines: [regradeLine], shown: 1, isStale: false },
      ...{ appliedAt: null, undoneAt: null },
    },
    ['looked'],
    -1,
  ),
  StartRegradeBodySchema: sample({ cohortId: null, reason: 'The rubric is clearer.' }, ['reason'], 'x'),
  RegradeStepBodySchema: sample({ step: 'apply', version: 0 }, ['step'], 'leap'),
  OwnRegradeSchema: sample(
    { at, reason: 'The rubric is clearer.', before: 0.4, after: 0.5, changes: [], isUndone: false },
    ['isUndone'],
    'no',
  ),
  AppealReasonSchema: sample('The date stands in my first sentence.', [], 'No.'),
  AppealBodySchema: sample(
    { kind: 'item', attemptId: id, itemId: 'one-budget', optionId: null, reason: 'The date stands in the stem too.' },
    ['reason'],
    'No.',
  ),
  AppealStatusSchema: sample('partly', [], 'lost'),
  OwnAppealSchema: sample(ownAppeal, ['state', 'status'], 'lost'),
  OwnAppealsSchema: sample(
    { submissionId: id, appeals: [ownAppeal], criteria: [], sentences: [], mayAppeal: true },
    ['mayAppeal'],
    'yes',
  ),
  DraftAppealSchema: sample(
    {
      ...{ id, reason: 'It is there.', createdAt: at, criterion, level: 'none', feedback: '', evidence: [] },
      ...{ passage: null, mayRule: true, isAlone: false },
    },
    ['level'],
    'best',
  ),
  DeskAppealSchema: sample(deskAppeal, ['status'], 'lost'),
  AppealDeskSchema: sample(
    { cohortId: id, cohortName: 'Platform team', mayManage: true, open: [deskAppeal], closed: [], samples: 0 },
    ['samples'],
    -1,
  ),
  AppealRulingBodySchema: sample(
    { cohortId: id, basedOn: 0, ruling: { outcome: 'uphold', level: 'full' }, reason: 'It is there.' },
    ['ruling', 'level'],
    'none',
  ),
  OwnReviewSchema: sample(
    { at, changes: [{ criterionId: 'S01-1', title: 'Constraint', from: 'none', to: 'full', reason: 'It is there.' }] },
    ['changes', 0, 'to'],
    'best',
  ),
  StaffResultSchema: sample(
    {
      submissionId: id,
      learner,
      scenarioId: 'S01',
      scenarioTitle: 'The gateway',
      brief: 'A gateway.',
      number: 1,
      submittedAt: at,
      pressedAt: null,
      handIn,
      components: [component],
      grade,
      opinion: { view: opinionView, usage: opinionUsage },
      criteria: [criterion],
    },
    ['criteria', 0, 'points'],
    0,
  ),
  VoteSchema: sample('not-yet', [], 'reject'),
  ReviewerSchema: sample(reviewer, ['opening', 'not-yet'], 'No.'),
  PanelSchema: sample(
    { scenario: 'S01', reviewers: [reviewer, { ...reviewer, id: 'security' }] },
    ['reviewers', 0, 'criteria'],
    [],
  ),
  PanelFindingSchema: sample(panelFinding, ['quotes'], null),
  PanelReviewSchema: sample(panelReview, ['vote'], 'reject'),
  PanelConditionSchema: sample({ type: 'part', name: 'Gateway', verdict: 'weak' }, ['verdict'], 'odd'),
  PanelReportSchema: sample(
    { outcome: 'approved', reviews: [panelReview], conditions: [] },
    ['reviews', 0, 'title'],
    null,
  ),
  CertificateTokenSchema: sample(certificate.token, [], 'a'.repeat(33)),
  CertificateNameSchema: sample('Ada Example', [], 'Ada\nExample'),
  CertificateWaySchema: sample({ type: 'path', title: 'Leader', modules: 8, ofModules: 12 }, ['modules'], 0),
  DemonstratedSchema: sample(certificate.body.demonstrated[0], ['criteria', 0], 4),
  CertificateBodySchema: sample(certificate.body, ['version'], 2),
  OwnCertificateSchema: sample({ ...certificate, revokedAt: null }, ['name'], 'A'),
  PublicCertificateSchema: sample({ status: 'revoked', revokedAt: at }, ['revokedAt'], -1),
  CertificateStandingSchema: sample(
    { isEarned: false, way: null, capstone: null, missing: [], minutesLeft: 3 },
    ['capstone'],
    'S25',
  ),
  IssueCertificateBodySchema: sample({ name: 'Ada Example', mayBeRead: true }, ['mayBeRead'], false),
  RecallCardIdSchema: sample(id, [], 'short'),
  RecallReviewIdSchema: sample(id, [], `${id} `),
  LookAgainSchema: sample('6-months', [], 'soon'),
  RecallKindSchema: sample('case-flip', [], 'case'),
  RecallRatingSchema: sample('again', [], 'wrong'),
  RecallMemorySchema: sample(recallMemory, ['stability'], 0),
  RecallAnswerSchema: sample({ type: 'text', text: 'The date cannot move.', confidence: 'sure' }, ['text'], ' '),
  RecallVerdictSchema: sample({ type: 'text', level: 'half', feedback: 'Nearly.', quotes: [] }, ['level'], 'some'),
  RecallFrontSchema: sample(recallFront, ['answers'], []),
  RecallBackSchema: sample(recallBack, ['shown', 'level'], null),
  RecallQueueSchema: sample({ ...recallStanding, status: 'asking', left: 1, front: recallFront }, ['left'], 0),
  TimeZoneSchema: sample('Europe/Berlin', [], 'Europe/Atlantis'),
  ReviewRecallBodySchema: sample({ version: 0, answer: { type: 'self', rating: 'good' } }, ['answer', 'rating'], 3),
  PauseRecallBodySchema: sample({ isPaused: true }, ['isPaused'], 1),
  RecallZoneBodySchema: sample({ timeZone: 'UTC' }, ['timeZone'], 'the moon'),
  CalibrationRoundIdSchema: sample(id, [], 'one'),
  DrawnAnswerSchema: sample({ type: 'sample', scenarioId: 'S01', title: 'Go, plainly' }, ['type'], 'draft'),
  CalibrationTaskSchema: sample(
    {
      ...{ position: 0, total: 10, marked: 0, scenarioTitle: 'The gateway', brief: 'A gateway.', handIn },
      components: [{ id: 'gateway', name: 'Gateway' }],
      criteria: [{ id: 'S01-1', title: 'Constraint', asks: 'Why?', full: 'Named.', half: 'Hinted.', points: 4 }],
    },
    ['criteria', 0, 'points'],
    0,
  ),
  MachineMarkSchema: sample({ criterionId: 'S01-1', level: 'half', confidence: 0.7, quotes: [] }, ['confidence'], 2),
  RoundSummarySchema: sample({ id, total: 10, marked: 2, startedAt: at, finishedAt: null }, ['marked'], -1),
  StartRoundBodySchema: sample({ cohortId: null }, ['cohortId'], ''),
  MarkAnswerBodySchema: sample({ levels: { 'S01-1': 'full' } }, ['levels'], null),
  MarkedGroupSchema: sample(markedGroup, ['bins', 0, 'n'], 0),
  TrustFiguresSchema: sample(
    { graded: 9, decided: markedGroup, sampled: markedGroup, overridden: tooFew, appealed: 0, upheld: tooFew },
    ['graded'],
    -1,
  ),
  EstimateSchema: sample(tooFew, ['reason'], 'unknown'),
  ItemProblemKindSchema: sample('too-slow', [], 'slow'),
  ItemProblemSchema: sample(itemProblem, ['kind'], 'ugly'),
  OptionFiguresSchema: sample(optionFigures, ['curve', 0], 2),
  ItemFiguresSchema: sample(itemFigures, ['n'], -1),
  ItemVersionSchema: sample(itemVersion, ['figures', 'n'], 0.5),
  ItemStatisticsSchema: sample(itemStatistics, ['problems'], null),
  CriterionStatisticsSchema: sample(criterionStatistics, ['problems', 0], 'too-slow'),
  ItemAnalysisSchema: sample(
    {
      items: [itemStatistics],
      quizzes: [{ lessonId: 'one', n: 3, alpha: tooFew }],
      criteria: [criterionStatistics],
      exercises: [{ scenarioId: 'S01', n: 3, alpha: tooFew }],
    },
    ['quizzes', 0, 'n'],
    null,
  ),
  BackupHeaderSchema: sample(
    {
      ...{ defensible: 'backup', version: 1, app: '0.1.0', takenAt: '2026-11-22T08:00:00.000Z', engine: 'sqlite' },
      ...{ migrations: ['0001-first-tables'], hasKey: true, keyPrint: '0123456789abcdef' },
    },
    ['migrations'],
    [],
  ),
  BackupTableSchema: sample({ table: 'user', columns: ['id'] }, ['columns'], []),
  TableSumSchema: sample({ rows: 2, sum: 'a0'.repeat(32) }, ['sum'], 'a0'),
  BackupTableEndSchema: sample({ end: 'user', rows: 2, sum: 'a0'.repeat(32) }, ['rows'], -1),
  BackupEndSchema: sample({ backup: 'complete', tables: 1, rows: 2, sha256: 'a0'.repeat(32) }, ['backup'], 'begun'),
  ResetRecallBodySchema: sample({ confirm: 'start all cards over' }, ['confirm'], 'yes'),
};
