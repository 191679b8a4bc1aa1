import { type Agreement, type GradedGold, measureAgreement } from '@/grader/calibration/agreement';
import { leaveOneScenarioOut } from '@/grader/calibration/cross-validate';
import { measureAnswer } from '@/grader/calibration/fit-model';
import { gradeHandIn } from '@/grader/grade-hand-in';
import { fromCaller, PROJECT_ROOT } from './project-root';
import { readExercises } from './read-exercises';
import { type GoldPair, readGold } from './read-gold';

/** `npm run agreement [-- FILE]`: how far the grader agrees with reference markings, on seen and unseen scenarios. */
const figure = (value: number | null, digits = 2) => (value === null ? 'n/a' : value.toFixed(digits));

function table(title: string, found: Agreement): string {
  const { half, totals } = found;
  return [
    `${title}  (${found.answers} answers, ${found.criteria} criterion judgements)`,
    `  per criterion   QWK ${figure(found.kappa, 3)}   exact ${figure(found.exact, 3)}   within one level ${figure(found.adjacent, 3)}`,
    `  half marks      n ${half.n}   precision ${figure(half.precision)}   recall ${figure(half.recall)}   F1 ${figure(half.f1)}`,
    `  total score     Pearson r ${figure(totals.pearson, 3)}   mean error ${figure(totals.meanError)} of 20   bias ${figure(totals.bias)}`,
    `  confidence      calibration error ${figure(found.calibrationError, 3)}   right among the 70 % most confident ${figure(found.confidentRight, 3)}`,
    `  sent to review  ${figure(100 * found.reviewShare, 0)} %`,
  ].join('\n');
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function byProfile(graded: readonly GradedGold[]): string {
  const profiles = [...new Set(graded.map(({ answer }) => answer.profile))];
  const rows = profiles.map((profile) => {
    const own = graded.filter(({ answer }) => answer.profile === profile);
    const { kappa, exact, totals, reviewShare } = measureAgreement(own);
    const cells = [
      String(own.length),
      mean(own.map(({ grade }) => grade.explanation.points)).toFixed(1),
      mean(own.map(({ answer }) => answer.points)).toFixed(1),
      totals.meanError.toFixed(1),
      exact.toFixed(2),
      figure(kappa),
      `${(100 * reviewShare).toFixed(0)} %`,
    ];
    return `  ${profile.padEnd(22)}${cells.map((cell) => cell.padStart(10)).join('')}`;
  });
  const head = ['n', 'grader', 'reference', 'error', 'exact', 'QWK', 'review']
    .map((cell) => cell.padStart(10))
    .join('');
  return [`  ${'profile'.padEnd(22)}${head}`, ...rows].join('\n');
}

function flagTable(graded: readonly GradedGold[]): string {
  const names = ['mismatch', 'stuffing', 'brief_echo', 'off_target', 'hostile'];
  const rows = names.map((name) => {
    const raised = graded.filter(({ grade }) => grade.flags.includes(name));
    const meant = graded.filter(({ answer }) => answer.flags.includes(name));
    const both = raised.filter(({ answer }) => answer.flags.includes(name)).length;
    return `  ${name.padEnd(14)}raised ${raised.length}, meant ${meant.length}, both ${both}`;
  });
  return ['flags against the reference', ...rows].join('\n');
}

function grade(pairs: readonly GoldPair[]): { seen: GradedGold[]; unseen: GradedGold[] } {
  const rows = pairs.flatMap(({ answer, exercise }) => measureAnswer(exercise, answer));
  const models = leaveOneScenarioOut(rows);
  return {
    seen: pairs.map(({ answer, exercise }) => ({ answer, grade: gradeHandIn(exercise, answer) })),
    unseen: pairs.map(({ answer, exercise }) => ({
      answer,
      grade: gradeHandIn(exercise, answer, models.get(exercise.scenario.id)),
    })),
  };
}

const file = process.argv[2] === undefined ? `${PROJECT_ROOT}/grader/gold/dev.jsonl` : fromCaller(process.argv[2]);
const pairs = await readGold(file, await readExercises(PROJECT_ROOT));
const { seen, unseen } = grade(pairs);
const report = [
  'Agreement with the reference markings (made for this project; not the judgement of a panel of human experts)',
  file,
  '',
  table('UNSEEN: each scenario graded by weights fitted on the other scenarios of this file', measureAgreement(unseen)),
  '',
  byProfile(unseen),
  '',
  flagTable(unseen),
  '',
  table('IN-SAMPLE where this file is the gold data: the shipped weights', measureAgreement(seen)),
];
process.stdout.write(`${report.join('\n')}\n`);
