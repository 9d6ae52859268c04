import { describe, expect, it } from 'vitest';
import { wantsAllOrders } from './all-orders.ts';

describe('asking for all of one’s orders', () => {
  it.each([
    'what orders do I have',
    'show me my orders please',
    'Can you list all my orders?',
    'my orders',
    'see my open orders',
    'which orders are on their way?',
    'what have I ordered so far',
    'What did I buy from you?',
    'do I have any orders coming?',
    '我有哪些订单？',
    '查看我的订单',
    '我买了什么',
  ])('%s', (text) => expect(wantsAllOrders(text)).toBe(true));

  it.each([
    "where's my order 45192?",
    'cancel my orders',
    'cancel all my orders',
    'where are my orders going to',
    'what orders can I return',
    'my order is late',
    'I want to order a desk',
    'what did I buy the desk for',
    '取消我的订单',
    '我的订单 45192 在哪里',
  ])('is not: %s', (text) => expect(wantsAllOrders(text)).toBe(false));
});
