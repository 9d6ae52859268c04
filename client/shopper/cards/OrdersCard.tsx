import { UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { OrderBrief } from '#protocol';
import { useI18n } from '../../i18n/index.ts';
import { stateTone } from '../order-progress.ts';
import { useVoiceClient } from '../use-voice.ts';
import { CardFrame } from './CardFrame.tsx';
import { OrderHead } from './OrderHead.tsx';
import styles from './OrdersCard.module.css';
import { Tag } from './Tag.tsx';

/** Several orders; pressing one asks where it is. */
export function OrdersCard({ orders }: { orders: OrderBrief[] }) {
  const { t } = useI18n();
  const client = useVoiceClient();
  return (
    <CardFrame title={t.order.all}>
      <ul className={styles.list}>
        {orders.map((order) => (
          <li key={order.number}>
            <UnstyledButton
              className={styles.order}
              onClick={() => client.sendText(t.order.ask(order.number))}
            >
              <OrderHead order={order} />
              <Tag tone={stateTone(order.state, order.delayDays)}>{t.order.states[order.state]}</Tag>
              <IconChevronRight className={styles.chevron} size={18} aria-hidden />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </CardFrame>
  );
}
