import { percent } from '@/components/result/readings';
import { sayCount } from '@/components/ui/say-count';
import type { OpinionUsage } from '@/schemas/opinion';

const orUnknown = (value: number | null) => (value === null ? 'unknown' : sayCount(value));

/** What one second opinion used, and what its levels would have come to: for staff only. */
export function OpinionUsageLine({
  usage,
  className,
}: {
  readonly usage: OpinionUsage;
  readonly className: string | undefined;
}) {
  const { inputTokens, outputTokens, cost, seconds, overall } = usage;
  return (
    <p className={className}>
      Second opinion: {overall === null ? 'no levels' : `its levels would come to ${percent(overall)}`}; tokens in{' '}
      {orUnknown(inputTokens)}, out {orUnknown(outputTokens)}; cost {cost === null ? 'unknown' : cost.toFixed(4)};{' '}
      {seconds === null ? 'not answered' : `${seconds} s`}.
    </p>
  );
}
