export { assertNever } from './assert-never.ts';
export { BottomSheet } from './BottomSheet.tsx';
export { chooseColorScheme, followColorScheme, useColorScheme } from './color-scheme.ts';
export { ErrorBoundary } from './ErrorBoundary.tsx';
export { Logo } from './Logo.tsx';
export { UiProvider } from './UiProvider.tsx';
