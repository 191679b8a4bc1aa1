import { loadCourse } from '../load-course';
import { type TwistTry, tryTwists } from '../try-twists';

/** npm run -s twist-table: a Markdown table of what each twist's rules give to right and to wrong moves. */
const share = (value: number | null) => (value === null ? '-' : value.toFixed(2));
const { course } = await loadCourse();
const tries: TwistTry[] = course.exercises.flatMap(tryTwists);
console.log(
  '| exercise | twist | must move | may move | must stay | right | one moves needlessly | one is left | worst reason |',
);
console.log('| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const row of tries)
  console.log(
    `| ${row.exercise} | ${row.twist} | ${row.mustMove} | ${row.mayMove} | ${row.mustStay} | ${share(row.right)} | ${share(row.movedNeedlessly)} | ${share(row.leftBehind)} | ${share(row.worstReason)} |`,
  );
