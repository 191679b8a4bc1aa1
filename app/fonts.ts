import localFont from 'next/font/local';

/*
 * Three variable fonts, Latin subset, served by us. The loader also derives a fallback face with matched metrics,
 * so text does not move when a font arrives. Mono is not preloaded: many pages hold no code.
 */
const readingSerif = localFont({
  src: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  weight: '200 900',
  display: 'swap',
  variable: '--font-serif',
  adjustFontFallback: 'Times New Roman',
});

/** Joins the family above, which the loader names after its constant, without its preload: few words are in italics, and the file comes when one is met. */
const serifItalic = localFont({
  src: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
  style: 'italic',
  weight: '200 900',
  display: 'swap',
  variable: '--font-serif-italic',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'font-family', value: 'readingSerif' }],
});

const sans = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  display: 'swap',
  variable: '--font-sans',
  adjustFontFallback: 'Arial',
});

const mono = localFont({
  src: '../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
  weight: '100 800',
  display: 'swap',
  variable: '--font-mono',
  preload: false,
  adjustFontFallback: false,
});

export const fontVariables = `${readingSerif.variable} ${serifItalic.variable} ${sans.variable} ${mono.variable}`;
