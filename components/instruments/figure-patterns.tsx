export type FigureFill = 'plain' | 'lines' | 'diagonal' | 'dots' | 'open' | 'alarm';

/** `fill` for a shape of a figure that holds <FigurePatterns prefix=…>. */
export const figureFill = (prefix: string, fill: FigureFill) => `url(#${prefix}-${fill})`;

interface PatternProps {
  readonly id: string;
  readonly colour: string;
  readonly angle?: number;
  readonly mark: 'none' | 'stripe' | 'dot' | 'thin';
}

function Pattern({ id, colour, angle = 0, mark }: PatternProps) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform={`rotate(${angle})`}>
      <rect width="6" height="6" fill={colour} fillOpacity={mark === 'none' ? 0.42 : 0.13} />
      {mark === 'stripe' && <rect width="1.8" height="6" fill={colour} />}
      {mark === 'thin' && <rect width="1" height="6" fill={colour} />}
      {mark === 'dot' && <circle cx="3" cy="3" r="1.3" fill={colour} />}
    </pattern>
  );
}

/** Grounds that tell parts apart without colour. Dots are the Go collector here as they are Go elsewhere. */
export function FigurePatterns({ prefix }: { readonly prefix: string }) {
  return (
    <defs>
      <Pattern id={`${prefix}-plain`} colour="var(--ink-muted)" mark="none" />
      <Pattern id={`${prefix}-lines`} colour="var(--ink-muted)" mark="thin" />
      <Pattern id={`${prefix}-diagonal`} colour="var(--accent)" angle={45} mark="stripe" />
      <Pattern id={`${prefix}-dots`} colour="var(--go)" mark="dot" />
      <Pattern id={`${prefix}-open`} colour="var(--rust)" angle={45} mark="stripe" />
      <Pattern id={`${prefix}-alarm`} colour="var(--missing)" angle={-45} mark="stripe" />
    </defs>
  );
}
