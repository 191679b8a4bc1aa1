import { boundaryName } from '@/components/exercise/boundaries';
import { percent } from '@/components/result/readings';
import { toSegments } from '@/components/result/segments';
import { DataTable } from '@/components/ui/data-table';
import { InlineText } from '@/components/ui/inline-text';
import { LanguageMark } from '@/components/ui/language-mark';
import { LevelGlyph, LevelMark } from '@/components/ui/level-mark';
import { isRight } from '@/grader/twists/judge-parts';
import { NOTE_WORDS, PART_WORDS } from '@/grader/twists/part-words';
import { TWIST_WEIGHTS } from '@/grader/twists/twist-share';
import type { PartVerdict } from '@/schemas/twist-grade';
import type { LearnerRound, TwistPage } from '@/schemas/twist-view';
import styles from './round-result.module.css';

interface RoundResultProps {
  readonly round: LearnerRound;
  readonly components: TwistPage['scenario']['components'];
}

/** What a round came to: the score and its parts, the board before and after, the note, and what its author says. */
export function RoundResult({ round, components }: RoundResultProps) {
  const { grade, after } = round;
  return (
    <div className={styles.result}>
      <p className={styles.total}>
        <strong>{percent(grade.overall)}</strong> <span>for this round</span>
      </p>
      <p className={styles.parts}>{weightsInWords(round)}</p>
      {grade.needsReview ? (
        <p className={styles.parts}>The grader is not sure about the note. Ask a person if you see it differently.</p>
      ) : null}
      {after ? <p className={styles.feedback}>{after.feedback}</p> : null}
      <section aria-labelledby="moves-heading">
        <h2 id="moves-heading">Part by part</h2>
        <MovesTable grade={grade} components={components} />
      </section>
      <section className={styles.noted} aria-labelledby="noted-heading">
        <h2 id="noted-heading">Your note</h2>
        <MarkedNote note={round.answer.note} grade={grade.note} />
        <p className={styles.found}>
          <LevelMark level={grade.note.level} /> <span>{NOTE_WORDS[grade.note.finding]}</span>
        </p>
      </section>
      <section className={styles.after} aria-labelledby="after-heading">
        <h2 id="after-heading">What follows from the fact</h2>
        {after ? (
          <>
            <p>
              <strong>
                <InlineText text={after.newAnswer} />
              </strong>
            </p>
            <p>
              <InlineText text={after.why} />
            </p>
          </>
        ) : (
          <p>
            This fact was rewritten after you handed the round in. Do it again to see what follows from the new one.
          </p>
        )}
      </section>
    </div>
  );
}

/** How the score is made up; a kind of which there is nothing is left out, as in the sum itself. */
function weightsInWords({ grade: { moves, stays, note } }: LearnerRound): string {
  const kinds = [
    { name: 'what had to move', weight: TWIST_WEIGHTS.moves, said: `${moves.right} of ${moves.of}`, of: moves.of },
    {
      name: 'what had to stay or could',
      weight: TWIST_WEIGHTS.stays,
      said: `${stays.right} of ${stays.of}`,
      of: stays.of,
    },
    {
      name: 'the note',
      weight: TWIST_WEIGHTS.note,
      said: { full: 'in full', half: 'by half', none: 'not at all' }[note.level],
      of: 1,
    },
  ].filter(({ of }) => of > 0);
  const total = kinds.reduce((sum, { weight }) => sum + weight, 0);
  const said = kinds
    .map(({ name, weight, said: got }) => `${name} ${got} (counts ${percent(weight / total)})`)
    .join(', ');
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

interface MovesTableProps {
  readonly grade: LearnerRound['grade'];
  readonly components: RoundResultProps['components'];
}

function MovesTable({ grade, components }: MovesTableProps) {
  const nameOf = (id: string) => components.find((component) => component.id === id)?.name ?? id;
  return (
    <DataTable caption="Before, after, and whether the changed fact asks for it">
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
          <th scope="col">Verdict</th>
        </tr>
      </thead>
      <tbody>
        {grade.parts.map(({ id, before, after, verdict }) => (
          <tr key={id}>
            <th scope="row">{nameOf(id)}</th>
            <td>
              <LanguageMark choice={before} />
            </td>
            <td>
              <LanguageMark choice={after} />
            </td>
            <td>
              <MoveVerdict verdict={verdict} part={nameOf(id)} />
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">Boundary</th>
          <td>{boundaryName(grade.boundary.before)}</td>
          <td>{boundaryName(grade.boundary.after)}</td>
          <td>
            <MoveVerdict verdict={grade.boundary.verdict} part="the boundary" />
          </td>
        </tr>
      </tbody>
    </DataTable>
  );
}

function MoveVerdict({ verdict, part }: { readonly verdict: PartVerdict; readonly part: string }) {
  const right = isRight(verdict);
  const level = right === null ? 'half' : right ? 'full' : 'none';
  return (
    <span className={styles.verdict} data-level={level}>
      <LevelGlyph level={level} />
      <span>{PART_WORDS[verdict].sentence(part)}</span>
    </span>
  );
}

/** The note with the passage that the level rests on; the mark is announced, so it is not colour alone. */
function MarkedNote({ note, grade }: { readonly note: string; readonly grade: LearnerRound['grade']['note'] }) {
  const spans = grade.evidence.map(({ start, end }) => ({ start, end, criterion: 1 }));
  return (
    <blockquote className={styles.note}>
      {toSegments(note, spans).map(({ start, text, criteria }) =>
        criteria.length > 0 ? <mark key={start}>{text}</mark> : <span key={start}>{text}</span>,
      )}
    </blockquote>
  );
}
