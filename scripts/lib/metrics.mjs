/**
 * What the server counts, in the text format that Prometheus reads. Written by hand: counters, sums and gauges are less
 * code than a library's settings. Labels come out of the code only (routes, status, kinds), never from what people send.
 */
const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** Every metric there is: its kind and what it says. */
const METRICS = {
  defensible_http_requests_total: ['counter', 'Requests answered, by method, route and status.'],
  defensible_http_seconds: ['histogram', 'How long answers took, by route.'],
  defensible_refusals_total: ['counter', 'Requests refused by a handler, by the code of the refusal.'],
  defensible_database_seconds: ['histogram', 'How long statements took.'],
  defensible_jobs_total: ['counter', 'Jobs run, by kind and by what came of them (done, failed).'],
  defensible_submissions_total: ['counter', 'Hand-ins stored.'],
  defensible_grades_total: ['counter', 'Grades stored by the grader.'],
  defensible_backups_total: ['counter', 'Backups taken by the server itself, by what came of them (done, failed).'],
  defensible_last_backup_timestamp_seconds: ['gauge', 'When the newest backup was taken.'],
  defensible_jobs_waiting: ['gauge', 'Jobs that are due and not done.'],
  defensible_jobs_given_up: ['gauge', 'Jobs that failed too often.'],
  defensible_job_oldest_seconds: ['gauge', 'How long the oldest job that is due has waited.'],
  defensible_grading_oldest_seconds: ['gauge', 'How long the oldest hand-in without a grade has waited.'],
  defensible_event_loop_delay_seconds: ['gauge', 'Delay of the event loop since the last look, by quantile.'],
  process_resident_memory_bytes: ['gauge', 'Memory of the process.'],
  process_heap_used_bytes: ['gauge', 'Memory in use by JavaScript.'],
  process_cpu_seconds_total: ['counter', 'Time on a processor, of user and system.'],
  process_start_time_seconds: ['gauge', 'When the process started.'],
};

const escaped = (text) => String(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

/** `{code="stale",route="/x"}`, in order of the names, or nothing. */
function labelText(labels) {
  const pairs = Object.entries(labels).sort(([one], [other]) => (one < other ? -1 : 1));
  return pairs.length === 0 ? '' : `{${pairs.map(([name, value]) => `${name}="${escaped(value)}"`).join(',')}}`;
}

/** The numbers of one process. `onScrape` adds functions that answer `[name, labels, value]` when somebody looks. */
export function createMetrics() {
  const values = new Map(Object.keys(METRICS).map((name) => [name, new Map()]));
  const looks = [];
  const of = (name) => {
    const found = values.get(name);
    if (!found) throw new Error(`there is no metric named ${name}`);
    return found;
  };
  const set = (name, labels, value) => of(name).set(labelText(labels), value);
  const add = (name, labels, by) => {
    const series = of(name);
    const key = labelText(labels);
    series.set(key, (series.get(key) ?? 0) + by);
  };
  return {
    count: (name, labels = {}, by = 1) => add(name, labels, by),
    observe(name, labels, seconds) {
      const series = of(name);
      const key = labelText(labels);
      const seen = series.get(key) ?? { labels, counts: SECONDS.map(() => 0), sum: 0, count: 0 };
      const at = SECONDS.findIndex((most) => seconds <= most);
      if (at >= 0) seen.counts[at] += 1;
      seen.sum += seconds;
      seen.count += 1;
      series.set(key, seen);
    },
    onScrape: (look) => void looks.push(look),
    async text() {
      // One look that fails, say because the database is away, must not hide what the others see.
      for (const look of looks)
        for (const [name, labels, value] of await Promise.resolve()
          .then(look)
          .catch(() => []))
          set(name, labels, value);
      return [...values].map(([name, series]) => render(name, series)).join('');
    },
  };
}

function render(name, series) {
  const [kind, help] = METRICS[name];
  const lines = [...series].flatMap(([key, value]) =>
    kind === 'histogram' ? buckets(name, value) : `${name}${key} ${value}`,
  );
  return series.size === 0 ? '' : `# HELP ${name} ${help}\n# TYPE ${name} ${kind}\n${lines.join('\n')}\n`;
}

function buckets(name, { labels, counts, sum, count }) {
  let total = 0;
  const lines = counts.map((each, at) => {
    total += each;
    return `${name}_bucket${labelText({ ...labels, le: SECONDS[at] })} ${total}`;
  });
  const own = labelText(labels);
  return [
    ...lines,
    `${name}_bucket${labelText({ ...labels, le: '+Inf' })} ${count}`,
    `${name}_sum${own} ${sum}`,
    `${name}_count${own} ${count}`,
  ];
}
