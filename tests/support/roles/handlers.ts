import { randomUUID } from 'node:crypto';
import { EMPTY_DECISION } from '@/schemas/decision';
import { DEFAULT_RETENTION } from '@/schemas/retention';
import { planOf } from '../assignments';
import { FIRST_ITEM, handInOf, LESSON, SCENARIO, SECOND_ITEM } from '../fixture';
import { PASSWORD } from '../people';
import { CONFIRMATION, itemAppeal, voteOf } from './disputes';
import { rulingOn } from './disputing';
import {
  ACCOUNTS,
  COHORT,
  type Expected,
  except,
  HER_TEACHERS,
  HERS,
  LEADS,
  MANAGERS,
  OWN,
  OWNERS,
  REVIEWERS,
  TEACHERS,
} from './table';
import { SECRETS, type World } from './world';

/** What is sent besides the address; a GET sends it as its query. */
type Sent = Readonly<Record<string, unknown>>;
/** Who gets what, what is sent, and parts of the path where they are not those of `paramsOf`. */
export type HandlerEntry = readonly [
  Expected,
  ((world: World) => Sent)?,
  ((world: World) => Readonly<Record<string, string>>)?,
];

const place = (w: World) => ({ cohortId: w.cohortId });
const about = { kind: 'item', lessonId: LESSON, itemId: FIRST_ITEM } as const;
const numeric = { itemId: SECOND_ITEM, response: { type: 'numeric', value: 180 }, confidence: 'sure' } as const;
const confirmed = (w: World) => ({ ...place(w), basedOn: w.disputed.basedOn, rulings: [], alsoTo: [] });
const nobodyKnows = () => ({ token: 'no-such-link' });
const REFUSED = except('refused', {});
/** Nobody found these two alike, so there is nothing to set aside. */
const NOT_ALIKE = { ...REVIEWERS, owner: 'absent', instructor: 'absent', reviewer: 'absent' } as const;
const UNDONE = { ...REVIEWERS, owner: 'refused', instructor: 'refused', reviewer: 'refused' } as const;

/** Parts of paths by their names: everything is the learner's, in the cohort of the instructor. */
export const paramsOf = (w: World): Readonly<Record<string, string>> => ({
  cohortId: w.cohortId,
  learnerId: w.people.learner.actor.learnerId,
  submissionId: w.hers.submissionId,
  assignmentId: w.assignmentId,
  inviteId: w.inviteId,
  reportId: w.hers.reportId,
  roundId: w.roundId,
  position: '0',
  decisionId: w.hers.decision.id,
  scenarioId: SCENARIO,
  lessonId: LESSON,
  attemptId: w.hers.attemptId,
  placementId: w.placementId,
  cardId: w.card.cardId,
  reviewId: w.card.reviewId,
  token: w.certificate,
  n: '1',
  appealId: w.disputed.appealId,
  regradeId: w.disputed.regradeId,
  code: w.liveRound.code,
  sessionId: w.people.learner.actor.sessionId,
});

/** Answered to whoever asks, with a session or without one; each with what keeps others' data out of it. */
export const PUBLIC_HANDLERS: Readonly<Record<string, string>> = {
  'GET /livez': 'says that the process runs',
  'GET /readyz': 'says that the server is ready',
  'GET /api/search': 'text of the course',
  'GET /api/cases': 'text of the course',
  'GET /api/calendar/[token]': 'the secret in the address; tests/integration/assignments.test.ts',
  'POST /api/letters/[token]': 'the secret in the letter; tests/integration/letters.test.ts',
  'POST /api/guest': 'makes the person who asks',
  'GET /api/auth/sso/callback': 'the cookie and the state of a visit; tests/integration/sso.test.ts',
  'POST /api/auth/sso': 'begins a visit to the provider',
  'POST /api/auth/sso/account': 'the cookie of a visit; tests/integration/sso.test.ts',
  'POST /api/auth/forgotten': 'answers the same whoever has an account; tests/integration/accounts.test.ts',
  'POST /api/auth/sign-in/email': 'the password; tests/integration/people.test.ts',
  'POST /api/auth/sign-out': 'ends what the cookie opens',
  'POST /api/auth/sign-up/email': 'makes the person who asks',
  'POST /api/password-resets/[token]': 'the secret in the address; tests/integration/people.test.ts',
};

/** Everything else: without a session 401, whatever is sent. */
export const HANDLERS: Readonly<Record<string, HandlerEntry>> = {
  'GET /api/acts': [TEACHERS],
  'PUT /api/organisation': [OWNERS, () => ({ name: 'Example Works' })],
  'POST /api/organisation/owners': [OWNERS, (w) => ({ email: w.people.lead.email })],
  'DELETE /api/organisation/owners/[learnerId]': [OWNERS],
  'PUT /api/organisation/retention': [OWNERS, () => DEFAULT_RETENTION],
  'POST /api/organisation/retention-previews': [OWNERS, () => DEFAULT_RETENTION],
  'POST /api/cohorts': [OWNERS, () => ({ name: 'One more' })],
  'PUT /api/cohorts/[cohortId]': [OWNERS, () => ({ isArchived: true })],
  'DELETE /api/cohorts/[cohortId]': [OWNERS, () => ({ confirm: 'Platform team' })],
  'PUT /api/cohorts/[cohortId]/people/[learnerId]': [MANAGERS, () => ({ type: 'withdraw' })],
  'POST /api/cohorts/[cohortId]/invites': [MANAGERS, () => ({ role: 'lead', label: '', days: 1, maxUses: 1 })],
  'DELETE /api/cohorts/[cohortId]/invites/[inviteId]': [MANAGERS],
  'POST /api/cohorts/[cohortId]/imports': [MANAGERS, () => ({ text: 'a@example.org', days: 1, mode: 'apply' })],
  'POST /api/invites/[token]': [OWN, () => ({}), (w) => ({ token: w.inviteToken })],

  'POST /api/instructor/cohorts/[cohortId]/assignments': [MANAGERS, () => planOf()],
  'PUT /api/instructor/cohorts/[cohortId]/assignments/[assignmentId]': [
    MANAGERS,
    () => ({ baseVersion: 1, plan: planOf({ title: 'Another' }) }),
  ],
  'PUT /api/instructor/cohorts/[cohortId]/assignments/[assignmentId]/withdrawal': [
    MANAGERS,
    () => ({ isWithdrawn: true }),
  ],
  'PUT /api/instructor/cohorts/[cohortId]/assignments/[assignmentId]/extensions/[learnerId]': [
    MANAGERS,
    () => ({ dueAt: Date.now() + 30 * 86_400_000, reason: 'Away for two weeks' }),
  ],
  'DELETE /api/instructor/cohorts/[cohortId]/assignments/[assignmentId]/extensions/[learnerId]': [MANAGERS],
  'PUT /api/instructor/cohorts/[cohortId]/webhook': [MANAGERS, () => ({ url: 'https://hooks.example.org/b' })],
  'DELETE /api/instructor/cohorts/[cohortId]/webhook': [MANAGERS],
  'POST /api/instructor/cohorts/[cohortId]/webhook/test': [MANAGERS],
  'PUT /api/instructor/cohorts/[cohortId]/review-sample': [MANAGERS, () => ({ percent: 20 })],

  'PUT /api/instructor/reviews/[submissionId]/lease': [REVIEWERS, place],
  'DELETE /api/instructor/reviews/[submissionId]/lease': [REVIEWERS, place],
  'POST /api/instructor/reviews/[submissionId]/decisions': [REVIEWERS, confirmed],
  'POST /api/instructor/reviews/[submissionId]/undo': [UNDONE, place],
  'POST /api/instructor/reviews/[submissionId]/notes': [REVIEWERS, (w) => ({ ...place(w), text: 'Noted.' })],
  'POST /api/instructor/reviews/[submissionId]/writer': [MANAGERS, (w) => ({ ...place(w), reason: 'for a test' })],
  'DELETE /api/instructor/reviews/[submissionId]/alike': [
    NOT_ALIKE,
    (w) => ({ ...place(w), otherId: w.others.submissionId }),
  ],

  'GET /api/instructor/cohort-exports': [MANAGERS, (w) => ({ cohort: w.cohortId, what: 'attempts', format: 'csv' })],
  'POST /api/instructor/calibration-rounds': [MANAGERS, place],
  'PUT /api/instructor/calibration-rounds/[roundId]/marks/[position]': [
    { ...TEACHERS, owner: 'absent', elsewhere: 'absent' },
    () => ({ levels: { 'S01-1': 'half', 'S01-2': 'half' } }),
  ],
  'GET /api/instructor/reports': [TEACHERS, () => ({ format: 'md' })],
  'PUT /api/instructor/reports/[reportId]': [HER_TEACHERS, () => ({ status: 'fixed', reply: 'Mended.' })],
  'POST /api/instructor/reset-links': [HER_TEACHERS, (w) => ({ learnerId: w.people.learner.actor.learnerId })],

  'POST /api/instructor/appeals/[appealId]/rulings': [REVIEWERS, rulingOn],
  'GET /api/instructor/labelled-samples': [MANAGERS, (w) => ({ cohort: w.cohortId })],
  'POST /api/instructor/regrades': [MANAGERS, (w) => ({ ...place(w), reason: 'The rubric is plainer.' })],
  'POST /api/instructor/regrades/[regradeId]/steps': [
    HER_TEACHERS,
    (w) => ({ step: 'undo', version: w.disputed.regradeVersion }),
  ],
  'GET /api/instructor/discussion-packs': [LEADS, (w) => ({ cohort: w.cohortId, scenario: SCENARIO })],
  'GET /api/instructor/live-rounds': [MANAGERS, (w) => ({ cohort: w.cohortId, round: w.liveRound.roundId })],
  'POST /api/instructor/live-rounds': [MANAGERS, (w) => ({ ...place(w), scenarioId: SCENARIO })],
  'PUT /api/instructor/live-rounds/[roundId]': [
    MANAGERS,
    (w) => ({ ...place(w), version: w.liveRound.version, to: 'closed' }),
    (w) => ({ roundId: w.liveRound.roundId }),
  ],
  'GET /api/live': [COHORT, (w) => ({ code: w.liveRound.code })],
  'PUT /api/live/[code]': [COHORT, () => voteOf('The date cannot move.')],
  'POST /api/preview': [TEACHERS, () => ({ to: 'start' })],
  'POST /api/appeals': [HERS, (w) => itemAppeal({ attemptId: w.hers.attemptId, secret: SECRETS.learner })],
  'DELETE /api/appeals/[appealId]': [HERS],

  'PUT /api/lessons/[lessonId]/read': [OWN],
  'POST /api/quizzes': [OWN, () => ({ lessonId: LESSON, items: 'all' })],
  'POST /api/attempts/[attemptId]/responses': [HERS, () => numeric],
  'POST /api/hints': [OWN, () => ({ scenarioId: SCENARIO, criterionId: 'S01-1', step: 'reading' })],
  'PUT /api/drafts/[scenarioId]': [OWN, () => ({ baseVersion: 1, handIn: handInOf('A draft.') })],
  'POST /api/exercises/[scenarioId]/attempts': [REFUSED, () => ({ attempt: 1 })],
  'POST /api/submissions': [OWN, () => ({ scenarioId: SCENARIO, handIn: handInOf() })],
  'PUT /api/submissions/[submissionId]/prediction': [{ ...HERS, learner: 'refused' }, () => ({ type: 'skipped' })],
  'POST /api/twists/[submissionId]/[n]': [
    { ...HERS, learner: 'refused' },
    () => ({ twistId: 'S01-T1', changeHash: 'older', answer: { choices: {}, boundary: 'none', note: 'A note.' } }),
  ],
  'POST /api/contrary/[submissionId]/opening': [HERS],
  'POST /api/contrary/[submissionId]': [
    { ...HERS, learner: 'refused' },
    () => ({ caseId: 'S01-C1', caseHash: 'older', reply: 'A reply.' }),
  ],

  'DELETE /api/account/sessions': [OWN],
  'DELETE /api/account/sessions/[sessionId]': [HERS],
  'POST /api/account/password': [ACCOUNTS, () => ({ current: PASSWORD, password: 'another battery staple' })],
  // No mail goes out and there is no provider here; tests/integration/accounts.test.ts and sso.test.ts have both.
  'POST /api/account/email': [REFUSED, () => ({ email: 'new@example.org', password: PASSWORD })],
  'POST /api/account/email/confirmation': [REFUSED],
  'POST /api/account/identity': [{ ...except('absent', {}), guest: 'refused' }],
  'DELETE /api/account/identity': [ACCOUNTS],
  'POST /api/confirmations/[token]': [
    except('forbidden', { learner: 'yes' }),
    () => ({}),
    () => ({ token: CONFIRMATION }),
  ],
  'POST /api/account/deletion': [{ ...OWN, owner: 'refused' }, () => ({ confirm: 'delete', password: PASSWORD })],
  'GET /api/export': [OWN, () => ({ format: 'json' })],
  'POST /api/calendar-feed': [OWN],
  'DELETE /api/calendar-feed': [OWN],
  'POST /api/certificates': [REFUSED, () => ({ name: 'A Name', mayBeRead: true })],
  'POST /api/certificates/[token]/revocation': [HERS],
  'POST /api/claims/[token]': [except('absent', { guest: 'forbidden' }), () => ({}), nobodyKnows],
  'POST /api/decisions': [OWN, () => ({ record: { ...EMPTY_DECISION, title: 'Mine' } })],
  'POST /api/decision-imports': [OWN, () => ({ text: '# A decision\n\n## Context\n\nWords.\n' })],
  'PUT /api/decisions/[decisionId]': [HERS, () => ({ baseVersion: 1, record: { ...EMPTY_DECISION, title: 'Mine' } })],
  'DELETE /api/decisions/[decisionId]': [OWN],
  'POST /api/decisions/[decisionId]/feedback': [HERS],
  'POST /api/decisions/[decisionId]/looks': [HERS, () => ({ answer: 'still-right', reviewOn: '' })],
  'PUT /api/notices/seen': [OWN, () => ({ until: Date.now() })],
  'PUT /api/path': [OWN, () => ({ pathId: null })],
  'POST /api/placements': [OWN],
  'POST /api/placements/[placementId]/answers': [HERS, () => ({ itemId: SECOND_ITEM, given: null })],
  'PUT /api/preferences': [OWN, () => ({ editor: 'plain' })],
  'PUT /api/recall/pause': [OWN, () => ({ isPaused: true })],
  'POST /api/recall/reset': [OWN, () => ({ confirm: 'start all cards over' })],
  'PUT /api/recall/time-zone': [OWN, () => ({ timeZone: 'Europe/Berlin' })],
  'POST /api/recall/cards/[cardId]/reviews': [HERS, (w) => ({ version: w.card.version, answer: w.card.answer })],
  'POST /api/recall/reviews/[reviewId]/undo': [HERS],
  'POST /api/reports': [OWN, () => ({ about, kind: 'typo', text: 'A letter too many.' })],
  'PUT /api/reports/seen': [OWN],
};

const ORIGIN = 'http://course.test';

/** The request that a page of ours would send. */
export function requestOf(method: string, sent: Sent, cookies: Headers): Request {
  const headers = new Headers(cookies);
  const usual = { host: 'course.test', origin: ORIGIN, 'content-type': 'application/json' };
  for (const [name, value] of Object.entries({ ...usual, 'idempotency-key': randomUUID() })) headers.set(name, value);
  if (method !== 'GET') return new Request(`${ORIGIN}/api`, { method, headers, body: JSON.stringify(sent) });
  const query = new URLSearchParams(Object.entries(sent).map(([name, value]) => [name, String(value)]));
  return new Request(`${ORIGIN}/api?${query}`, { headers });
}
