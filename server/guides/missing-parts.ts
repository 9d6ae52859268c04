import type { Guide, MissingParts } from '#protocol';
import { HexkeyError } from '../errors.ts';
import type { TicketRequest } from '../tickets/contract.ts';

/** The ticket for parts that were not in the box: staff can send them without asking anything. */
export function missingPartsTicket(
  guide: Guide,
  progress: { id: string; customer: string; order: string | null },
  report: MissingParts,
): TicketRequest {
  const lines = report.parts.map(({ part, missing }) => ({ missing, ...named(guide, part) }));
  return {
    customer: progress.customer,
    conversation: `guide-${progress.id}`,
    kind: 'defect',
    department: 'spare_parts',
    summary: `Missing from the box of the ${guide.title.en}: ${lines.map(({ missing, name }) => `${missing} x ${name}`).join(', ')}`,
    facts: [
      { label: 'product', value: guide.product },
      { label: 'guide', value: `${guide.slug}, revision ${guide.revision}` },
      ...(progress.order ? [{ label: 'order', value: progress.order }] : []),
      ...lines.map(({ missing, name, inBox }) => ({ label: name, value: `${missing} of ${inBox} missing` })),
    ],
    ...(progress.order && { order: progress.order }),
    product: guide.title.en,
    part: lines
      .map(({ name }) => name)
      .join(', ')
      .slice(0, 120),
    idempotencyKey: `missing-${progress.id}-${report.id}`,
  };
}

function named(guide: Guide, id: string): { name: string; inBox: number } {
  const part = guide.parts.find((known) => known.id === id);
  if (part) return { name: `${part.label.en} (part ${part.letter})`, inBox: part.nodes.length };
  const hardware = guide.hardware.find((known) => known.id === id);
  if (hardware) return { name: hardware.label.en, inBox: hardware.count };
  throw new HexkeyError('bad_request', `The ${guide.title.en} has no part or fastener called ${id}.`);
}
