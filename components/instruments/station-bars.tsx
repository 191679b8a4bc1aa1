import { useId } from 'react';
import { LevelGlyph } from '@/components/ui/level-mark';
import { FigurePatterns, figureFill } from './figure-patterns';
import type { Bottleneck, Station } from './models/bottleneck';
import styles from './station-bars.module.css';

interface StationBarsProps {
  readonly result: Bottleneck;
  readonly target: number;
}

const ms = (value: number) => (Number.isFinite(value) ? `${Math.round(value)} ms` : 'a line that grows without end');
const share = (value: number) => `${Math.round(value * 100)} %`;

/** One bar a station, its work and its line apart, and the whole against the target. The scale is that of the start. */
export function StationBars({ result, target }: StationBarsProps) {
  const prefix = useId();
  const { before, now } = result;
  const longest = Math.max(target, ...[before.total, now.total].filter(Number.isFinite));
  const scale = 100 / (longest * 1.06);
  return (
    <>
      <svg
        className={styles.figure}
        width="100%"
        height="240"
        role="img"
        aria-label="Time at each station and in total against the target; the sentence below says the same."
      >
        <FigurePatterns prefix={prefix} />
        <Bar prefix={prefix} name={`Network: ${ms(now.network)}`} station={still(now.network)} scale={scale} top={0} />
        <Bar prefix={prefix} name={labelOf('Your code', now.code)} station={now.code} scale={scale} top={54} />
        <Bar prefix={prefix} name={labelOf('Database', now.database)} station={now.database} scale={scale} top={108} />
        <Bar prefix={prefix} name={`Together: ${ms(now.total)}`} station={sum(result)} scale={scale} top={162} />
        <line className={styles.target} x1={`${target * scale}%`} x2={`${target * scale}%`} y1={180} y2={222} />
        <text
          className={styles.targetName}
          x={`${target * scale}%`}
          y={237}
          textAnchor={target * scale > 60 ? 'end' : 'start'}
        >
          target {target} ms
        </text>
      </svg>
      <ul className={styles.legend}>
        <Key prefix={prefix} fill="diagonal" name="work" />
        <Key prefix={prefix} fill="lines" name="standing in line" />
      </ul>
      <p className={`${styles.state} ${result.isTargetMet ? styles.met : styles.missed}`}>
        <LevelGlyph level={result.isTargetMet ? 'full' : 'none'} />{' '}
        {result.isTargetMet ? 'target met' : 'target missed'}
      </p>
    </>
  );
}

const labelOf = (name: string, station: Station) => `${name}: ${ms(station.time)}, ${share(station.utilisation)} busy`;

const still = (time: number): Pick<Station, 'work' | 'time'> => ({ work: time, time });

const sum = ({ now }: Bottleneck): Pick<Station, 'work' | 'time'> => ({
  work: now.network + now.code.work + now.database.work,
  time: now.total,
});

interface BarProps {
  readonly prefix: string;
  readonly name: string;
  readonly station: Pick<Station, 'work' | 'time'>;
  readonly scale: number;
  readonly top: number;
}

function Bar({ prefix, name, station, scale, top }: BarProps) {
  const work = Math.min(100, station.work * scale);
  const end = Math.min(100, station.time * scale);
  return (
    <>
      <text className={styles.name} x="0" y={top + 14}>
        {name}
      </text>
      <rect
        className={styles.part}
        x="0"
        y={top + 20}
        width={`${work}%`}
        height={26}
        fill={figureFill(prefix, 'diagonal')}
      />
      <rect
        className={styles.part}
        x={`${work}%`}
        y={top + 20}
        width={`${Math.max(0, end - work)}%`}
        height={26}
        fill={figureFill(prefix, 'lines')}
      />
    </>
  );
}

function Key({
  prefix,
  fill,
  name,
}: {
  readonly prefix: string;
  readonly fill: 'diagonal' | 'lines';
  readonly name: string;
}) {
  return (
    <li>
      <svg width="18" height="14" aria-hidden="true">
        <rect className={styles.part} width="18" height="14" fill={figureFill(prefix, fill)} />
      </svg>
      {name}
    </li>
  );
}
