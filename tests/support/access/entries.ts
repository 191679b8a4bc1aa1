import { COHORT, LESSON, type Who, type World } from './world';

/** One state of a page: who looks, and where. */
export type State = readonly [Who, string | ((world: World) => string)];

const result = (w: World) => `/results/${w.graded}`;

/** Every page with the states in which it is looked at. A page without a line here fails by its name. */
export const STATES: Readonly<Record<string, readonly State[]>> = {
  '/': [
    ['visitor', '/'],
    ['learner', '/'],
    ['visitor', '/no-such-page'],
  ],
  '/about': [['visitor', '/about']],
  '/accessibility': [['visitor', '/accessibility']],
  '/account': [
    ['visitor', '/account'],
    ['learner', '/account'],
  ],
  '/account/address-taken': [['visitor', '/account/address-taken']],
  '/account/deleted': [['visitor', '/account/deleted']],
  '/account/forgotten': [['visitor', '/account/forgotten']],
  '/appeals': [['learner', '/appeals']],
  '/assignments': [
    ['visitor', '/assignments'],
    ['learner', '/assignments'],
  ],
  '/calibration': [
    ['visitor', '/calibration'],
    ['learner', '/calibration'],
  ],
  '/cases': [
    ['visitor', '/cases?direction=left-go&q=latency'],
    ['visitor', '/cases?q=nothing-like-it'],
  ],
  '/cases/[id]': [['visitor', '/cases/C08']],
  '/certificate': [
    ['visitor', '/certificate'],
    ['learner', '/certificate'],
  ],
  '/claim/[token]': [['visitor', '/claim/no-such-link']],
  '/confirm/[token]': [['visitor', '/confirm/no-such-link']],
  '/continue': [['visitor', '/continue']],
  '/contrary/[submissionId]': [['learner', (w) => `/contrary/${w.graded}`]],
  '/exercises/[id]': [
    ['visitor', '/exercises/S03'],
    ['learner', '/exercises/S01'],
  ],
  '/exercises/[id]/compare': [
    ['visitor', '/exercises/S01/compare'],
    ['learner', '/exercises/S01/compare'],
  ],
  '/exercises/[id]/space': [
    ['visitor', '/exercises/S01/space'],
    ['learner', '/exercises/S01/space'],
  ],
  '/glossary': [['visitor', '/glossary']],
  '/instructor': [
    ['visitor', '/instructor'],
    ['instructor', '/instructor'],
  ],
  '/instructor/audit': [['instructor', '/instructor/audit']],
  '/instructor/cohorts/[cohortId]': [['instructor', COHORT]],
  '/instructor/cohorts/[cohortId]/appeals': [
    ['instructor', '/instructor/cohorts/self-paced/appeals'],
    ['instructor', `${COHORT}/appeals`],
  ],
  '/instructor/cohorts/[cohortId]/assignments': [['instructor', `${COHORT}/assignments`]],
  '/instructor/cohorts/[cohortId]/assignments/[assignmentId]': [['instructor', (w) => w.assignment]],
  '/instructor/cohorts/[cohortId]/gaps': [['instructor', `${COHORT}/gaps`]],
  '/instructor/cohorts/[cohortId]/gaps/[misconceptionId]': [['instructor', (w) => w.belief]],
  '/instructor/cohorts/[cohortId]/invites': [
    ['instructor', '/instructor/cohorts/self-paced/invites'],
    ['instructor', `${COHORT}/invites`],
  ],
  '/instructor/cohorts/[cohortId]/live/[scenarioId]': [['instructor', '/instructor/cohorts/self-paced/live/S01']],
  '/instructor/cohorts/[cohortId]/map': [
    ['instructor', `${COHORT}/map`],
    ['instructor', '/instructor/cohorts/self-paced/map'],
  ],
  '/instructor/cohorts/[cohortId]/map/[scenarioId]': [['instructor', `${COHORT}/map/S01`]],
  '/instructor/cohorts/[cohortId]/messages': [['instructor', `${COHORT}/messages`]],
  '/instructor/cohorts/[cohortId]/overview': [
    ['instructor', `${COHORT}/overview`],
    ['instructor', '/instructor/cohorts/self-paced/overview'],
  ],
  '/instructor/cohorts/[cohortId]/people': [['instructor', `${COHORT}/people`]],
  '/instructor/cohorts/[cohortId]/reviews': [['instructor', `${COHORT}/reviews`]],
  '/instructor/cohorts/[cohortId]/risk': [['instructor', `${COHORT}/risk`]],
  '/instructor/items': [['instructor', '/instructor/items']],
  '/instructor/items/[itemId]': [['instructor', (w) => w.item]],
  '/instructor/learners/[id]': [['instructor', (w) => w.person]],
  '/instructor/organisation': [['instructor', '/instructor/organisation']],
  '/instructor/preview': [['instructor', '/instructor/preview']],
  '/instructor/regrades': [['instructor', '/instructor/regrades']],
  '/instructor/regrades/[regradeId]': [['instructor', (w) => w.regrade]],
  '/instructor/reports': [['instructor', '/instructor/reports']],
  '/instructor/results/[submissionId]': [['instructor', (w) => `/instructor${result(w)}`]],
  '/instructor/reviews/[submissionId]': [['instructor', (w) => w.review]],
  '/instructor/start': [['instructor', '/instructor/start']],
  '/instructor/trust': [['instructor', '/instructor/trust']],
  '/instructor/trust/calibration': [['instructor', '/instructor/trust/calibration']],
  '/instructor/trust/calibration/[roundId]': [['instructor', (w) => w.round]],
  '/join/[token]': [
    ['visitor', (w) => w.invite],
    ['visitor', '/join/no-such-link'],
  ],
  '/lessons/[id]': [
    ['visitor', `/lessons/${LESSON}`],
    ['learner', '/lessons/memory-as-a-budget'],
  ],
  '/lessons/[id]/quiz': [
    ['visitor', `/lessons/${LESSON}/quiz`],
    ['learner', `/lessons/${LESSON}/quiz`],
  ],
  '/letters/[token]': [['visitor', '/letters/no-such-link']],
  '/live': [['learner', '/live']],
  '/live/[code]': [
    ['learner', (w) => `/live/${w.live}`],
    ['learner', '/live/222222'],
  ],
  '/notices': [
    ['visitor', '/notices'],
    ['learner', '/notices'],
  ],
  '/paths': [['visitor', '/paths']],
  '/placement': [['visitor', '/placement']],
  '/reset/[token]': [
    ['visitor', (w) => w.reset],
    ['visitor', '/reset/no-such-link'],
  ],
  '/results/[submissionId]': [
    ['learner', result],
    ['learner', (w) => `/results/${w.waiting}`],
    ['visitor', result],
  ],
  '/review': [
    ['visitor', '/review'],
    ['learner', '/review'],
  ],
  '/review/progress': [
    ['visitor', '/review/progress'],
    ['learner', '/review/progress'],
  ],
  '/search': [
    ['visitor', '/search?q=latency'],
    ['visitor', '/search?q=zzzz'],
  ],
  '/studio': [
    ['visitor', '/studio'],
    ['learner', '/studio'],
  ],
  '/studio/[id]': [['learner', (w) => `/studio/${w.decision}`]],
  '/studio/[id]/print': [['learner', (w) => `/studio/${w.decision}/print`]],
  '/twists/[submissionId]/[n]': [['learner', (w) => `/twists/${w.graded}/1`]],
  '/verify/[token]': [['visitor', '/verify/no-such-link']],
};
