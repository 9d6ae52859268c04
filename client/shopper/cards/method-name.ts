import type { PaidWith } from '#protocol';

/** A way of paying as cards show it: "Visa ···· 9212". */
export const methodName = ({ label, ending }: PaidWith): string =>
  ending ? `${label} ···· ${ending}` : label;
