import type { Card, CardKind } from '../../../server/protocol/index.ts';

export type CardOf<Kind extends CardKind> = Extract<Card, { kind: Kind }>;
