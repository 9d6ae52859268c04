export { useQuickLook } from './use-quick-look.ts';
