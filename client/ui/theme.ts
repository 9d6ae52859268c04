import { createTheme, type MantineColorsTuple } from '@mantine/core';

const pine: MantineColorsTuple = [
  '#eef6f2',
  '#dfece5',
  '#bcd9cb',
  '#8fc2aa',
  '#5da486',
  '#368567',
  '#21704f',
  '#14563f',
  '#0f4532',
  '#0a3325',
];

/** Sizes and shapes for Mantine; colours are in tokens.css, which covers light and dark. */
export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: 7,
  colors: { pine },
  fontFamily: 'var(--hx-font)',
  defaultRadius: 10,
  focusRing: 'auto',
  respectReducedMotion: true,
});
