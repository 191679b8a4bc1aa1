/** probes.yaml for the exercise of the fixture course; a test writes it into its copy and breaks one thing. */
export const FIXTURE_PROBES = `scenario: S01
written:
  date: 2026-11-21
  note: Made up for tests of the content check; nobody had written a sample.
criteria:
  - id: S01-1
    parts:
      - id: date
        idea: The date cannot move.
        says: [the date is fixed, no slipping, week 14 is the end, the licence runs out, launch cannot wait, the deadline holds]
        denies: [the date can move, a month more is fine, nobody minds a delay]
    full: [{ all: [date] }]
    half: [{ all: [date] }]
    passages:
      full: [The date is fixed one., The date is fixed two., The date is fixed three., The date is fixed four.]
      half: [The date matters one., The date matters two., The date matters three.]
      none: [It is nice one., It is nice two., It is nice three., It is nice four.]
  - id: S01-2
    parts:
      - id: left
        idea: SQL leaves 180 ms.
        says: [180 ms are left, most of it is ours, the queries take 70, time is not scarce, we have room, the budget is wide]
        denies: [nothing is left, the budget is gone, the queries take it all]
    full: [{ all: [left] }]
    half: [{ all: [left] }]
    passages:
      full: [There are 180 ms left one., There are 180 ms left two., There are 180 ms left three., There are 180 ms left four.]
      half: [There is room one., There is room two., There is room three.]
      none: [It is fast one., It is fast two., It is fast three., It is fast four.]
quantities:
  - criteria: [S01-2]
    name: milliseconds left
    formula: 250-70
    unit: ms
    value: 180
    range: [171, 189]
    units: [ms]
misconceptions:
  - id: s01-tempting
    says: [Rust lasts, ten years need Rust, Rust for the decade, a long life means Rust, Rust endures, only Rust keeps]
    corrects: [people keep code alive, tests keep code alive, no language lasts, owners matter more]
components:
  - id: http-api
    names: [the API, HTTP service, the endpoints, the backend]
`;
