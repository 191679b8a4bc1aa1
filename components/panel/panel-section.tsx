import { classNames } from '@/components/ui/class-names';
import { LevelGlyph, LevelMark } from '@/components/ui/level-mark';
import { PrintButton } from '@/components/ui/print-button';
import type { PanelFinding, PanelReport, PanelReview } from '@/schemas/panel';
import styles from './panel.module.css';
import { conditionWords, outcomeWords, voteLook } from './panel-words';

interface PanelSectionProps {
  readonly report: PanelReport | null;
  /** Share of the points at which a draft is passed. */
  readonly passMark: number;
}

/** The same grade once more, as a review panel would speak of it; nothing where the exercise has no panel. */
export function PanelSection({ report, passMark }: PanelSectionProps) {
  if (!report) return null;
  return (
    <section className={styles.panel} aria-labelledby="panel-heading">
      <div className={styles.head}>
        <h2 id="panel-heading">In front of the panel</h2>
        <PrintButton>Print this page</PrintButton>
      </div>
      <p className={styles.outcome}>{outcomeWords(report, passMark)}</p>
      <p className={styles.intro}>
        The grade above, once more, as a review would put it. The reviewers are roles, and a program speaks for them;
        each answers for some of the criteria.
      </p>
      <ol className={styles.reviews}>
        {report.reviews.map((review) => (
          <Review key={review.id} review={review} />
        ))}
      </ol>
      <Conditions report={report} />
    </section>
  );
}

function Review({ review }: { readonly review: PanelReview }) {
  const { word, level } = voteLook(review.vote);
  return (
    <li className={styles.review}>
      <div className={styles.who}>
        <h3>{review.title}</h3>
        <p className={classNames(styles.vote, level && styles[level])}>
          {level ? <LevelGlyph level={level} /> : null}
          <span>
            Votes: <b>{word}</b>
          </span>
        </p>
      </div>
      <div className={styles.says}>
        <p className={styles.opening}>
          {review.opening ? `“${review.opening}”` : 'The grader could judge nothing of what this reviewer answers for.'}
        </p>
        {review.findings.map((finding) => (
          <Finding key={finding.id} finding={finding} />
        ))}
      </div>
    </li>
  );
}

function Finding({ finding: { title, level, judged, quotes, feedback, hint } }: { readonly finding: PanelFinding }) {
  const isFull = level === 'full';
  return (
    <div className={styles.finding}>
      <h4>
        {title} {judged === false ? <span className={styles.unjudged}>not judged</span> : <LevelMark level={level} />}
      </h4>
      <dl>
        {quotes.length > 0 ? (
          <>
            <dt>Seen</dt>
            <dd>
              {quotes.map((quote) => (
                <q key={quote}>{quote.replaceAll('**', '')}</q>
              ))}
            </dd>
          </>
        ) : null}
        {isFull || !feedback ? null : (
          <>
            <dt>Missed</dt>
            <dd>{feedback}</dd>
          </>
        )}
        {isFull ? null : (
          <>
            <dt>Asks</dt>
            <dd>{hint}</dd>
          </>
        )}
      </dl>
    </div>
  );
}

function Conditions({ report }: { readonly report: PanelReport }) {
  if (report.conditions.length === 0) return null;
  return (
    <div className={styles.conditions}>
      <h3>{report.outcome === 'not-yet' ? 'Before it comes back' : 'Conditions'}</h3>
      <ol>
        {report.conditions.map((condition) => {
          const { about, ask } = conditionWords(condition);
          return (
            <li key={`${condition.type} ${about}`}>
              <b>{about}.</b> {ask}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
