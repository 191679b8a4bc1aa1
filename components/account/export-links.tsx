import styles from './own-data.module.css';

/** Plain links: the file comes from the server, so they work without a script. */
export function ExportLinks() {
  return (
    <ul className={styles.files}>
      <li>
        <a href="/api/export?format=md" download="defensible.md">
          As Markdown, to read
        </a>
      </li>
      <li>
        <a href="/api/export?format=json" download="defensible.json">
          As JSON, for a program
        </a>
      </li>
    </ul>
  );
}
