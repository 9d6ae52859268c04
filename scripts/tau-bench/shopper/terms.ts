/** What a question for consent, or a change in the shop's feed, is about. Absent parts were not told. */
export interface Terms {
  act:
    | 'cancel'
    | 'return'
    | 'exchange'
    | 'modify_items'
    | 'modify_address'
    | 'modify_payment'
    | 'default_address'
    | 'other';
  order?: string;
  /** Items that go, each with the one that comes in its place. */
  items?: { item: string; to?: string }[];
  /** Ids of the methods that pay or are paid back. */
  methods?: string[];
  /** As `addressText` writes it. */
  address?: string;
  /** Why it is cancelled. */
  reason?: string;
  /** Cents that the shopper pays; below zero where they get it. */
  amount?: number;
}
