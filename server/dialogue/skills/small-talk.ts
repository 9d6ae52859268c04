import type { Card, Language } from '#protocol';
import type { Content } from '../replies/content.ts';
import { defineSkill } from './define.ts';
import { isHere, isOnItsWay, personButton, trackButton } from './ways-out.ts';

export const greeting = defineSkill({
  intents: ['greeting'],
  say({ customer, orders }): Content {
    const newest = orders.find(isOnItsWay);
    return {
      lines: [['talk.greeting', { name: customer.firstName }]],
      buttons: newest ? [trackButton(newest)] : [],
    };
  },
});

export const thanks = defineSkill({ intents: ['thanks'], say: () => ({ lines: [['talk.thanks']] }) });

export const goodbye = defineSkill({
  intents: ['goodbye'],
  say: ({ customer }) => ({ lines: [['talk.goodbye', { name: customer.firstName }]] }),
});

export const botQuestion = defineSkill({
  intents: ['bot_question'],
  say: (): Content => ({ lines: [['talk.robot']], buttons: [personButton()] }),
});

const examples = {
  en: [
    'Where is my order?',
    'Send it to my office instead',
    'Cancel my order',
    'I want to send something back',
    'Will the wardrobe fit in 110 cm?',
    'Talk to a person',
  ],
  zh: ['我的订单在哪里？', '改送到我的办公室', '取消我的订单', '我要退货', '这个衣柜多宽？', '转人工'],
};

const canDo = (language: Language): Card => ({ kind: 'help', examples: examples[language] });

export const help = defineSkill({
  intents: ['help'],
  say: ({ language }): Content => ({ lines: [['talk.help']], card: canDo(language) }),
});

export const outOfScope = defineSkill({
  intents: ['out_of_scope'],
  say: ({ orders }): Content => {
    const open = orders.find(isHere) ?? orders[0];
    return {
      lines: [['talk.out_of_scope']],
      buttons: [...(open ? [trackButton(open)] : []), personButton()],
    };
  },
});
