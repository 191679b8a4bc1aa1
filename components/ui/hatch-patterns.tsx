import type { Choice } from '@/schemas/scenario';

const patternId = (prefix: string, choice: Choice) => `${prefix}-${choice}`;

/** `fill` for a shape inside a chart that holds <HatchPatterns prefix=…>. */
export const hatchFill = (prefix: string, choice: Choice) => `url(#${patternId(prefix, choice)})`;

/** The four hatches of tokens.css as SVG patterns, for charts. `prefix` (from useId) keeps ids apart on one page. */
export function HatchPatterns({ prefix }: { readonly prefix: string }) {
  return (
    <defs>
      <pattern
        id={patternId(prefix, 'rust')}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="6" height="6" fill="var(--rust)" fillOpacity="0.13" />
        <rect width="1.8" height="6" fill="var(--rust)" />
      </pattern>
      <pattern id={patternId(prefix, 'go')} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--go)" fillOpacity="0.13" />
        <circle cx="3" cy="3" r="1.3" fill="var(--go)" />
      </pattern>
      <pattern
        id={patternId(prefix, 'either')}
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="7" height="7" fill="var(--both)" fillOpacity="0.13" />
        <path d="M0 0h7M0 0v7" stroke="var(--both)" strokeWidth="2" />
      </pattern>
      <pattern id={patternId(prefix, 'neither-keep-existing')} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--neither)" fillOpacity="0.1" />
      </pattern>
    </defs>
  );
}
