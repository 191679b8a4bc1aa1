type Labels = Readonly<Record<string, string | number>>;
type Sample = readonly [name: string, labels: Labels, value: number];

export interface Metrics {
  count(name: string, labels?: Labels, by?: number): void;
  observe(name: string, labels: Labels, seconds: number): void;
  onScrape(look: () => readonly Sample[] | Promise<readonly Sample[]>): void;
  text(): Promise<string>;
}
export function createMetrics(): Metrics;
