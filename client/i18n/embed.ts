import type { Language } from '#protocol/language';

/** What the button in a shop's page says. Apart from the other strings: the script that puts it there stays small. */
export const embedWords: Record<
  Language,
  { open: string; close: string; panel: string; opening: string; unreachable: string; retry: string }
> = {
  en: {
    open: 'Ask about your order',
    close: 'Close the assistant',
    panel: 'Order assistant',
    opening: 'Opening…',
    unreachable: 'The assistant cannot be reached right now.',
    retry: 'Try again',
  },
  zh: {
    open: '查询订单',
    close: '关闭助手',
    panel: '订单助手',
    opening: '正在打开…',
    unreachable: '暂时无法连接助手。',
    retry: '再试一次',
  },
};
