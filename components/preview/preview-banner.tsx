import styles from './preview.module.css';
import { PreviewButton } from './preview-button';

/** Above every page while somebody looks at the course as a learner: what this is, and the way out. */
export function PreviewBanner() {
  return (
    <section className={styles.banner} aria-label="Preview as learner" data-print="hide">
      <div className={styles.inner}>
        <p>
          <strong>You are looking as a new learner.</strong> What you do here is graded and shown as theirs would be,
          and counts nowhere. It goes when you end the preview.
        </p>
        <div className={styles.actions}>
          <PreviewButton to="start" path="/" size="small">
            Begin anew
          </PreviewButton>
          <PreviewButton to="end" path="/instructor/preview" size="small">
            End the preview
          </PreviewButton>
        </div>
      </div>
    </section>
  );
}
