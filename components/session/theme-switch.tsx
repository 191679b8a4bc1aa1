'use client';

import { type ReactNode, useId } from 'react';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { applyTheme, THEME_KEY, THEMES, type Theme } from './theme';
import styles from './theme-switch.module.css';
import { useStored } from './use-stored';

const OPTIONS: Readonly<Record<Theme, { readonly word: string; readonly shape: ReactNode }>> = {
  system: { word: 'As the system', shape: <path d="M2 3h12v8H2zM5.5 14h5M8 11v3" /> },
  light: {
    word: 'Light',
    shape: (
      <path d="M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1" />
    ),
  },
  dark: { word: 'Dark', shape: <path d="M13.2 9.6A5.8 5.8 0 0 1 6.4 2.8a5.8 5.8 0 1 0 6.8 6.8z" /> },
};

export function ThemeSwitch() {
  const [theme, store] = useStored<Theme>(THEME_KEY, THEMES);
  const name = useId();
  return (
    <fieldset className={styles.switch}>
      <legend>
        <VisuallyHidden>Colours</VisuallyHidden>
      </legend>
      {THEMES.map((option) => (
        <label key={option} className={styles.option} title={OPTIONS[option].word}>
          <input
            type="radio"
            name={name}
            checked={theme === option}
            onChange={() => {
              applyTheme(option);
              store(option);
            }}
          />
          <svg
            viewBox="0 0 16 16"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.4"
            strokeLinecap="round"
            strokeLinejoin="round"
            aria-hidden="true"
          >
            {OPTIONS[option].shape}
          </svg>
          <VisuallyHidden>{OPTIONS[option].word}</VisuallyHidden>
        </label>
      ))}
    </fieldset>
  );
}
