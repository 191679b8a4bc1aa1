import { type ComponentProps, useId } from 'react';
import { Button } from '@/components/ui/button';
import { MOST_QUERY_CHARACTERS } from '@/schemas/search';
import styles from './search.module.css';

interface SearchFieldProps extends Pick<ComponentProps<'form'>, 'onSubmit'> {
  readonly input: Pick<ComponentProps<'input'>, 'defaultValue' | 'onInput' | 'ref'>;
}

/** An ordinary form: without script it opens /search with the words in the address. */
export function SearchField({ input, onSubmit }: SearchFieldProps) {
  const id = useId();
  return (
    <search>
      <form className={styles.form} action="/search" method="get" onSubmit={onSubmit}>
        <label htmlFor={id}>Words to look for</label>
        <div className={styles.row}>
          <input
            {...input}
            id={id}
            type="search"
            name="q"
            maxLength={MOST_QUERY_CHARACTERS}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="search"
            data-search-field=""
          />
          <Button type="submit">Search</Button>
        </div>
      </form>
    </search>
  );
}
