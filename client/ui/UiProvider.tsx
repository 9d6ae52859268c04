import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/VisuallyHidden.css';
import '@mantine/core/styles/Loader.css';
import '@mantine/core/styles/Button.css';
import '@mantine/core/styles/ActionIcon.css';
import '@mantine/core/styles/Badge.css';
import './tokens.css';
import './page.css';
import './print.css';
import { type MantineColorScheme, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { theme } from './theme.ts';

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
