import { Menu, type MenuProps } from '@mantine/core';

/** A menu that stays within its landmark and holds nothing but its items, as screen readers want it. */
export const DropMenu = (props: MenuProps) => (
  <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false} {...props} />
);
