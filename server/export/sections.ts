import 'server-only';
import { exportAssignments } from './assignment-section';
import { exportAppeals, exportNotices, exportReviewWords } from './desk-sections';
import { exportLetters } from './letter-section';
import { exportLiveVotes } from './live-section';
import { exportInvites, exportPath, exportPerson, exportPreferences, exportReports } from './person-sections';
import {
  exportBlindMarking,
  exportDecisions,
  exportRecall,
  exportSelfAssessment,
  exportTwistRounds,
} from './practice-sections';
import type { ExportSection } from './section';
import { exportLessons, exportPlacements, exportQuizzes } from './study-sections';
import { exportDrafts, exportSetAside, exportSubmissions } from './work-sections';

/** Everything that a person can take away, one function a noun, in the order of the file. A new noun is a line here. */
export const EXPORT_SECTIONS: readonly ExportSection[] = [
  exportPerson,
  exportInvites,
  exportPreferences,
  exportPath,
  exportAssignments,
  exportPlacements,
  exportLessons,
  exportQuizzes,
  exportSubmissions,
  exportDrafts,
  exportSetAside,
  exportSelfAssessment,
  exportTwistRounds,
  exportRecall,
  exportDecisions,
  exportBlindMarking,
  exportReports,
  exportAppeals,
  exportNotices,
  exportLetters,
  exportReviewWords,
  exportLiveVotes,
];
