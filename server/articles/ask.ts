/** What kind of answer a question wants, and a sentence gives. */
export type AnswerKind = 'cost' | 'duration' | 'time' | 'place';

interface Marks {
  asked: RegExp;
  given: RegExp;
}

const marks: Record<AnswerKind, Marks> = {
  cost: {
    asked:
      /\bhow much\b|\b(?:costs?|prices?|fees?|charge[ds]?|expensive|pay for|pay extra|free)\b|多少钱|费用|收费|免费|要钱|价格|运费|包邮|几块/iu,
    given:
      /[£$€¥]\s?\d|\b\d[\d,.]*\s?(?:pounds?|pence|per cent|percent|euros?|dollars?)\b|\d\s?%|\b(?:free|no (?:extra )?(?:charge|cost|fee)|without interest)\b|免费|免运费|包邮|\d\s?(?:英镑|镑|元|块|折)/iu,
  },
  duration: {
    asked:
      /\bhow (?:long|soon|quick(?:ly)?|fast)\b|\bhow many (?:days|weeks|months|years|hours|nights|minutes)\b|\b(?:deadline|time limit|by when)\b|\bwhen (?:will|do|does|can|should|would|is|are)\b|多久|多少天|几天|几周|几个月|多少年|几年|多长时间|期限|什么时候|多快/iu,
    given:
      /\b(?:\d+|an?|one|two|three|four|five|six|seven|ten|fourteen|thirty|few)[ -](?:further |more |working |calendar |business |full )?(?:minutes?|hours?|days?|nights?|weeks?|months?|years?)\b|\d\s?(?:个?工作日|天|晚|日内|周|个星期|个月|年|小时|分钟)/iu,
  },
  time: {
    asked:
      /\bwhat time\b|\b(?:opening|closing) (?:times?|hours?)\b|\b(?:open|close|shut)s?\b|几点|营业|开门|关门/iu,
    given: /\b\d{1,2}(?::\d\d|\s?[ap]m)\b|\bclosed\b|\d\s?[点:：时]|休息|关门|不营业/iu,
  },
  place: {
    asked:
      /\bwhere(?:'s|s)?\b|\b(?:address|which (?:town|city|cities|towns))\b|哪里|哪儿|地址|哪个城市|哪些城市/iu,
    given:
      /\b(?:in|at|near|from) \p{Lu}\p{L}+|\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b|[路街号市]|在\p{Script=Han}{2}/u,
  },
};

const kinds = Object.entries(marks) as [AnswerKind, Marks][];

export const answersAsked = (question: string): AnswerKind[] =>
  kinds.filter(([, { asked }]) => asked.test(question)).map(([kind]) => kind);

export const answersGiven = (sentence: string): Set<AnswerKind> =>
  new Set(kinds.filter(([, { given }]) => given.test(sentence)).map(([kind]) => kind));
