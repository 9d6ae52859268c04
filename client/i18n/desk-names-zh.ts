import type { DeskNames } from './desk-names-en.ts';

/** How the desk names what the contract has words for, in Chinese. */
export const deskNamesZh: DeskNames = {
  moods: {
    neutral: '平静',
    happy: '愉快',
    anxious: '担心',
    frustrated: '沮丧',
    angry: '生气',
    sad: '难过',
  },
  reasons: {
    mood: '情绪',
    waiting: '等待时间',
    order_value: '订单金额',
    repeat_contact: '再次联系',
    asked_for_person: '要求人工',
    returned: '接待人员离开',
    stuck: '卡住了',
  },
  roles: { agent: '客服', supervisor: '主管', admin: '管理员' },
  departments: {
    support: '客服',
    logistics: '物流',
    returns: '退货',
    spare_parts: '配件',
    technical: '技术',
    billing: '账务',
  },
  ticketStates: { open: '未处理', waiting_for_customer: '等顾客回复', solved: '已解决', closed: '已关闭' },
};
