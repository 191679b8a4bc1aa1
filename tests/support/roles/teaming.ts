import { selectCounting } from '@/server/dashboard/counting';
import { moveRound } from '@/server/live/move-round';
import { openRound, selectOpenRound, selectRound } from '@/server/live/rounds';
import { decideInRound, selectOwnRound, selectRoundScenario } from '@/server/live/take-part';
import { endPreview, startPreview } from '@/server/preview/preview';
import { selectStart } from '@/server/start/checklist';
import { exportPack } from '@/server/team-map/export-pack';
import { selectTeamMap } from '@/server/team-map/select-map';
import { selectDiscussionPack } from '@/server/team-map/select-pack';
import { SCENARIO } from '../fixture';
import { voteOf } from './disputes';
import { COHORT, LEADS, MANAGERS, type Table, TEACHERS } from './table';
import type { World } from './world';

const moved = (w: World, to: 'revealed' | 'closed') => ({ cohortId: w.cohortId, version: w.liveRound.version, to });
/** Two have decided: a reveal would point at them. */
const TOO_FEW = { ...MANAGERS, owner: 'refused', instructor: 'refused' } as const;

/** The decision map of a team, its live rounds, the way to begin, and the course as a learner sees it. */
export const TEAMING: Table = {
  'dashboard/counting#selectCounting': [
    { ...MANAGERS, owner: 'absent', instructor: 'absent' },
    (actor, w) => selectCounting(actor, w.cohortId, 'gaps'),
  ],
  'dashboard/counting#selectCounting of the board': [
    { ...LEADS, owner: 'absent', instructor: 'absent', lead: 'absent' },
    (actor, w) => selectCounting(actor, w.cohortId, 'board'),
  ],
  'team-map/select-map#selectTeamMap': [LEADS, (actor, w) => selectTeamMap(actor, w.cohortId)],
  'team-map/select-pack#selectDiscussionPack': [LEADS, (actor, w) => selectDiscussionPack(actor, w.cohortId, SCENARIO)],
  'team-map/export-pack#exportPack': [LEADS, (actor, w) => exportPack(actor, w.cohortId, SCENARIO)],

  'live/rounds#openRound': [MANAGERS, (actor, w) => openRound(actor, w.cohortId, SCENARIO)],
  'live/rounds#selectOpenRound': [MANAGERS, (actor, w) => selectOpenRound(actor, w.cohortId, SCENARIO)],
  'live/rounds#selectRound': [MANAGERS, (actor, w) => selectRound(actor, w.cohortId, w.liveRound.roundId)],
  'live/move-round#moveRound': [MANAGERS, (actor, w) => moveRound(actor, w.liveRound.roundId, moved(w, 'closed'))],
  'live/move-round#moveRound to a reveal': [
    TOO_FEW,
    (actor, w) => moveRound(actor, w.liveRound.roundId, moved(w, 'revealed')),
  ],
  'live/take-part#selectOwnRound': [COHORT, (actor, w) => selectOwnRound(actor, w.liveRound.code)],
  'live/take-part#selectRoundScenario': [COHORT, (actor, w) => selectRoundScenario(actor, w.liveRound.code)],
  'live/take-part#decideInRound': [
    COHORT,
    (actor, w) => decideInRound(actor, w.liveRound.code, voteOf('The date cannot move.')),
  ],

  'preview/preview#startPreview': [TEACHERS, (actor) => startPreview(actor)],
  'preview/preview#endPreview': [TEACHERS, (actor) => endPreview(actor)],
  'start/checklist#selectStart': [TEACHERS, (actor, w) => selectStart(actor, w.cohortId)],
};
