import { type Agreement, type GradedGold, measureAgreement } from '@/grader/calibration/agreement';
import { unseenModels } from '@/grader/calibration/cross-validate';
import { measureAnswer, measurePassages } from '@/grader/calibration/fit-model';
import type { LabelledAnswer } from '@/grader/calibration/labelled-answer';
import { gradeHandIn } from '@/grader/grade-hand-in';
import { SHIPPED_PROBE_MODEL } from '@/grader/probes/probe-model';
import { mean } from '@/grader/statistics/mean';
import { PROJECT_ROOT } from './project-root';
import { readExercises } from './read-exercises';
import { labelledSamples } from './read-samples';

/**
 * `npm run bench:grader`: how far the grader agrees with the markings of the samples, on scenarios that its weights have
 * not seen, and how fast it is. Takes a few minutes: it fits the weights once for each scenario left out.
 */
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

function byProfile(graded: readonly GradedGold[]): string {
  const profiles = [...new Set(graded.map(({ answer }) => answer.sample.profile))];
  const rows = profiles.map((profile) => {
    const own = graded.filter(({ answer }) => answer.sample.profile === profile);
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

const HONEST = new Set([
  'strong_expected',
  'strong_contrarian',
  'solid_terse',
  'mid_one_gap',
  'mid_vague',
  'nonnative_good',
]);

function gradeUnseen(samples: readonly LabelledAnswer[]): GradedGold[] {
  const models = unseenModels(
    samples.flatMap((answer) => measureAnswer(answer, SHIPPED_PROBE_MODEL)),
    [...new Set(samples.map(({ exercise }) => exercise))].flatMap((exercise) =>
      measurePassages(exercise, SHIPPED_PROBE_MODEL),
    ),
  );
  return samples.map((answer) => ({
    answer,
    grade: gradeHandIn(answer.exercise, answer.sample.handIn, models.get(answer.exercise.scenario.id)),
  }));
}

function speed(samples: readonly LabelledAnswer[]): string {
  const times = samples
    .map(({ exercise, sample }) => {
      const start = performance.now();
      gradeHandIn(exercise, sample.handIn);
      return performance.now() - start;
    })
    .sort((one, other) => one - other);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  const total = times.reduce((sum, time) => sum + time, 0);
  return `speed            p50 ${at(0.5).toFixed(1)} ms   p99 ${at(0.99).toFixed(1)} ms   ${((1000 * times.length) / total).toFixed(0)} answers a second on one core   ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB resident, calibration included`;
}

const exercises = await readExercises(PROJECT_ROOT);
const samples = labelledSamples(exercises.values());
const unseen = gradeUnseen(samples);
const seen = samples.map((answer) => ({ answer, grade: gradeHandIn(answer.exercise, answer.sample.handIn) }));
const honest = unseen.filter(({ answer }) => HONEST.has(answer.sample.profile));
const report = [
  'Agreement with the reference markings (made for this project; not the judgement of a panel of human experts)',
  '',
  table('UNSEEN: each scenario graded by weights fitted on the samples of the others', measureAgreement(unseen)),
  `  … of honest answers ${figure(100 * measureAgreement(honest).reviewShare, 0)} %`,
  '',
  byProfile(unseen),
  '',
  table('IN-SAMPLE: the shipped weights on what they were fitted on (do not quote)', measureAgreement(seen)),
  '',
  speed(samples),
];
process.stdout.write(`${report.join('\n')}\n`);
