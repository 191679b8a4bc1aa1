'use client';

import { useId, useState } from 'react';
import styles from './preview.module.css';
import { PreviewButton } from './preview-button';

export interface PreviewPlace {
  readonly path: string;
  readonly label: string;
}

interface PreviewStartProps {
  readonly groups: readonly { readonly label: string; readonly places: readonly PreviewPlace[] }[];
}

/** Where to begin looking: the home page of somebody new, or one lesson, quiz or exercise. */
export function PreviewStart({ groups }: PreviewStartProps) {
  const [path, setPath] = useState('/');
  const id = useId();
  return (
    <div className={styles.start}>
      <label htmlFor={id}>Begin at</label>
      <select id={id} className={styles.select} value={path} onChange={(event) => setPath(event.target.value)}>
        <option value="/">The home page of somebody new</option>
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.places.map((place) => (
              <option key={place.path} value={place.path}>
                {place.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <div>
        <PreviewButton to="start" path={path} kind="primary">
          Look as a new learner
        </PreviewButton>
      </div>
    </div>
  );
}
