import { createTheme, type MantineColorsTuple } from '@mantine/core';

const teal: MantineColorsTuple = [
  '#eefaf7',
  '#d6f2eb',
  '#aee5d9',
  '#7fd4c3',
  '#4fbfab',
  '#2aa592',
  '#168a7b',
  '#0f766e',
  '#0d5f59',
  '#0b4a46',
];

/** Warm greys; 6 is the faintest that is still read well on white. */
const gray: MantineColorsTuple = [
  '#faf9f7',
  '#f4f2ef',
  '#eae7e2',
  '#dedad4',
  '#c9c4bc',
  '#97918a',
  '#6b655e',
  '#514c46',
  '#383430',
  '#211f1c',
];

/** Dark surfaces: 0 is text, 2 faint text, 4 borders, 7 the page. */
const dark: MantineColorsTuple = [
  '#e4e0da',
  '#c4bfb8',
  '#a39d95',
  '#77726b',
  '#474440',
  '#383532',
  '#292725',
  '#1b1a18',
  '#151413',
  '#0f0e0d',
];

const font = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif";

/** Everything about Kohorte's looks that Mantine's components take; the rest stands in `styles.css`. */
export const theme = createTheme({
  colors: { teal, gray, dark },
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 7 },
  black: '#211f1c',
  fontFamily: font,
  headings: { fontFamily: font, fontWeight: '650' },
  defaultRadius: 8,
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' }, styles: { label: { fontWeight: 560 } } },
    // Its arrow is drawn beside the field and says nothing.
    NativeSelect: { defaultProps: { rightSectionProps: { 'aria-hidden': true } } },
    Switch: {
      styles: { label: { fontSize: 16 }, description: { fontSize: 14, lineHeight: '20px', color: 'var(--ink-faint)' } },
    },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
  },
});
