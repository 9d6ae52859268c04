import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useRef } from 'react';
import { useI18n } from '../../i18n/index.ts';
import { CardFrame } from './CardFrame.tsx';
import type { CardOf } from './card-of.ts';
import styles from './InvoiceCard.module.css';
import { OrderHead } from './OrderHead.tsx';

/** Prints one element and nothing else of the page; print.css hides what is outside it. */
function printAlone(element: HTMLElement): void {
  document.documentElement.dataset.printing = '';
  element.dataset.printed = '';
  const restore = () => {
    delete document.documentElement.dataset.printing;
    delete element.dataset.printed;
  };
  window.addEventListener('afterprint', restore, { once: true });
  window.print();
}

/** Lines and sum; prints on a sheet of its own. */
export function InvoiceCard({ card }: { card: CardOf<'invoice'> }) {
  const { t, format } = useI18n();
  const sheet = useRef<HTMLDivElement>(null);
  return (
    <div ref={sheet}>
      <CardFrame
        title={`${t.invoice.title} · ${card.order.number}`}
        aside={<span className={styles.date}>{format.day(card.order.placedAt.slice(0, 10))}</span>}
      >
        <OrderHead order={card.order} numbered={false} />
        <table className={styles.lines}>
          <tbody>
            {card.lines.map((line) => (
              <tr key={line.label}>
                <th scope="row">{line.label}</th>
                <td>{format.money(line.amount)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t.invoice.total}</th>
              <td>{format.money(card.total)}</td>
            </tr>
          </tfoot>
        </table>
        <Button
          className={styles.print}
          variant="light"
          h={44}
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => sheet.current && printAlone(sheet.current)}
        >
          {t.invoice.print}
        </Button>
      </CardFrame>
    </div>
  );
}
