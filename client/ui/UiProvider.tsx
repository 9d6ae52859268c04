import './base-styles.ts';
import '@mantine/core/styles/default-css-variables.layer.css';
import '@mantine/core/styles/global.layer.css';
import '@mantine/core/styles/UnstyledButton.layer.css';
import '@mantine/core/styles/VisuallyHidden.layer.css';
import '@mantine/core/styles/Loader.layer.css';
import '@mantine/core/styles/Button.layer.css';
import '@mantine/core/styles/ActionIcon.layer.css';
import '@mantine/core/styles/Badge.layer.css';
import {
  createTheme,
  type MantineColorScheme,
  type MantineColorsTuple,
  MantineProvider,
} from '@mantine/core';
import type { ReactNode } from 'react';

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
const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: 7,
  colors: { pine },
  fontFamily: 'var(--hx-font)',
  defaultRadius: 10,
  focusRing: 'auto',
  respectReducedMotion: true,
});

/**
 * Mantine without style elements, so that a content security policy may forbid inline styles: its variables are in
 * tokens.css. Follows the system's light or dark until the person chooses.
 */
export function UiProvider({
  children,
  colorScheme = 'auto',
}: {
  children: ReactNode;
  colorScheme?: MantineColorScheme;
}) {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme={colorScheme}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  );
}
