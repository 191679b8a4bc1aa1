import localFont from 'next/font/local';

/*
 * Three variable fonts, cut down to the glyphs and weights that pages use (scripts/fonts/subset-fonts.py), served by us. The loader also derives a fallback face with matched metrics,
 * so text does not move when a font arrives. Mono is not preloaded: many pages hold no code.
 */
const readingSerif = localFont({
  src: './fonts/serif.woff2',
  weight: '400 700',
  display: 'swap',
  variable: '--font-serif',
  adjustFontFallback: 'Times New Roman',
});

/** Joins the family above, which the loader names after its constant, without its preload: few words are in italics, and the file comes when one is met. */
const serifItalic = localFont({
  src: './fonts/serif-italic.woff2',
  style: 'italic',
  weight: '400',
  display: 'swap',
  variable: '--font-serif-italic',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'font-family', value: 'readingSerif' }],
});

const sans = localFont({
  src: './fonts/sans.woff2',
  weight: '400 700',
  display: 'swap',
  variable: '--font-sans',
  adjustFontFallback: 'Arial',
});

const mono = localFont({
  src: './fonts/mono.woff2',
  weight: '400 700',
  display: 'swap',
  variable: '--font-mono',
  preload: false,
  adjustFontFallback: false,
});

export const fontVariables = `${readingSerif.variable} ${serifItalic.variable} ${sans.variable} ${mono.variable}`;
