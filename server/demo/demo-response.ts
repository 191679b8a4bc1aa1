import 'server-only';
import type { Item, Response } from '@/schemas/item';

const ids = (list: readonly { readonly id: string }[]) => list.map((entry) => entry.id);

/** A response as somebody might give it: the right one, or a plausible slip. `pick` in 0..1 chooses between slips. */
export function demoResponse(item: Item, isRight: boolean, pick: number): Response {
  const one = <Value>(list: readonly Value[]): Value | undefined => list[Math.floor(pick * list.length)];
  switch (item.type) {
    case 'single-choice': {
      const slip = one(ids(item.options).filter((id) => id !== item.key));
      return { type: item.type, chosen: isRight ? item.key : (slip ?? item.key) };
    }
    case 'multiple-choice': {
      const extra = one(ids(item.options).filter((id) => !item.key.includes(id)));
      const slip = extra === undefined ? item.key.slice(1) : [...item.key.slice(1), extra];
      return { type: item.type, chosen: isRight ? item.key : slip };
    }
    case 'ordering': {
      const [first, second, ...rest] = item.key;
      const swapped = first !== undefined && second !== undefined ? [second, first, ...rest] : item.key;
      return { type: item.type, order: isRight ? item.key : swapped };
    }
    case 'matching': {
      const [entry] = item.entries;
      const slip = one(ids(item.categories).filter((id) => id !== item.key[entry?.id ?? '']));
      const placed = isRight || !entry || !slip ? item.key : { ...item.key, [entry.id]: slip };
      return { type: item.type, placed };
    }
    case 'numeric':
      return { type: item.type, value: isRight ? item.key : (one(item.slips)?.value ?? item.key * 10 + 1) };
    case 'short-answer':
      return {
        type: item.type,
        text: isRight ? item.modelAnswer : 'It depends on the workload, so I would measure first.',
      };
    case 'spot-the-defect': {
      const right = item.defects.flatMap(({ lines }) => lines.slice(0, 1));
      const decoy = one(item.decoys)?.line ?? innocentLine(item);
      return { type: item.type, lines: isRight ? right : [decoy] };
    }
    default:
      return item satisfies never;
  }
}

function innocentLine({ listing, defects }: Extract<Item, { type: 'spot-the-defect' }>): number {
  const guilty = defects.flatMap(({ lines }) => lines);
  const lines = listing.code
    .trimEnd()
    .split('\n')
    .map((_, index) => index + 1);
  return lines.find((line) => !guilty.includes(line)) ?? 1;
}
