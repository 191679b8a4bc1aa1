import { InlineText } from '@/components/ui/inline-text';
import styles from './record-text.module.css';

const HEADING = /^#{1,6}\s+/;
const ITEM = /^[-*]\s+/;

/** A record as set text: headings, lists and paragraphs with `code`, **bold** and *emphasis*; nothing else is markup. */
export function RecordText({ text }: { readonly text: string }) {
  return (
    <div className={styles.record}>
      {text
        .split(/\n\s*\n/)
        .filter((block) => block.trim())
        .map((block) => (
          <Block key={block} text={block.trim()} />
        ))}
    </div>
  );
}

function Block({ text }: { readonly text: string }) {
  const [first = '', ...rest] = text.split('\n');
  if (HEADING.test(first))
    return (
      <>
        <h5>{first.replace(HEADING, '')}</h5>
        {rest.length > 0 ? <Block text={rest.join('\n')} /> : null}
      </>
    );
  if (!ITEM.test(first))
    return (
      <p>
        <InlineText text={text} />
      </p>
    );
  return (
    <ul>
      {text.split(/\n(?=[-*]\s)/).map((item) => (
        <li key={item}>
          <InlineText text={item.replace(ITEM, '')} />
        </li>
      ))}
    </ul>
  );
}
