import '@mantine/core/styles/CloseButton.css';
import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/Kbd.css';
import '@mantine/core/styles/Menu.css';
import '@mantine/core/styles/PasswordInput.css';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/SegmentedControl.css';
import '@mantine/core/styles/Skeleton.css';
import '@mantine/core/styles/Table.css';
import type { ReactNode } from 'react';
import { UiProvider } from '../../ui/index.ts';
import './desk.css';

/** The shared look, and the parts of the component library that only the staff face uses. */
export function DeskUi({ children }: { children: ReactNode }) {
  return <UiProvider>{children}</UiProvider>;
}
