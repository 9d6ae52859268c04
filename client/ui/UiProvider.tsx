import './base-styles.ts';
import '@mantine/core/styles/default-css-variables.layer.css';
import '@mantine/core/styles/global.layer.css';
import '@mantine/core/styles/UnstyledButton.layer.css';
import '@mantine/core/styles/VisuallyHidden.layer.css';
import '@mantine/core/styles/Loader.layer.css';
import '@mantine/core/styles/Button.layer.css';
import '@mantine/core/styles/ActionIcon.layer.css';
import '@mantine/core/styles/Badge.layer.css';
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
