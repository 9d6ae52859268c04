import type { Card } from '#protocol';
import { assertNever } from '../../ui/index.ts';
import { AddressChangeCard, DefaultAddressCard } from './AddressChangeCard.tsx';
import { ArticleCard } from './ArticleCard.tsx';
import {
  CancellationCard,
  PaymentChangeCard,
  RefundCard,
  ReturnCard,
  ShippingUpgradeCard,
} from './ChangeCards.tsx';
import { DeliveryOptionsCard } from './DeliveryOptionsCard.tsx';
import { FileCard } from './FileCard.tsx';
import { HelpCard } from './HelpCard.tsx';
import { InvoiceCard } from './InvoiceCard.tsx';
import { ItemChangesCard } from './ItemChangesCard.tsx';
import { OrderCard } from './OrderCard.tsx';
import { OrdersCard } from './OrdersCard.tsx';
import { ProductsCard } from './ProductsCard.tsx';
import { HandoffCard, TicketCard } from './StaffCards.tsx';

/** The card of a reply, whatever its kind. */
export function CardView({ card }: { card: Card }) {
  switch (card.kind) {
    case 'order':
      return <OrderCard order={card.order} />;
    case 'orders':
      return <OrdersCard orders={card.orders} />;
    case 'address_change':
      return <AddressChangeCard card={card} />;
    case 'default_address':
      return <DefaultAddressCard card={card} />;
    case 'item_changes':
      return <ItemChangesCard card={card} />;
    case 'payment_change':
      return <PaymentChangeCard card={card} />;
    case 'cancellation':
      return <CancellationCard card={card} />;
    case 'shipping_upgrade':
      return <ShippingUpgradeCard card={card} />;
    case 'return':
      return <ReturnCard card={card} />;
    case 'refund':
      return <RefundCard card={card} />;
    case 'delivery_options':
      return <DeliveryOptionsCard card={card} />;
    case 'products':
      return <ProductsCard products={card.products} />;
    case 'invoice':
      return <InvoiceCard card={card} />;
    case 'ticket':
      return <TicketCard card={card} />;
    case 'handoff':
      return <HandoffCard card={card} />;
    case 'article':
      return <ArticleCard article={card.article} />;
    case 'file':
      return <FileCard title={card.title} path={card.path} />;
    case 'help':
      return <HelpCard examples={card.examples} />;
    default:
      return assertNever(card);
  }
}
