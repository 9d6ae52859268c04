import type { Card, CardKind } from '#protocol';

export type CardOf<Kind extends CardKind> = Extract<Card, { kind: Kind }>;
