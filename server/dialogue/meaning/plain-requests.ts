import type { Intent } from '#protocol';

/**
 * Requests that are put so plainly that no reading of words in bulk is needed; each pattern stands for a kind. What they say
 * goes before a reading that is not sure.
 */
const plain: readonly [said: RegExp, intent: Intent][] = [
  [
    /\b(?:get|give|find|fetch|call|bring|want|need|like|speak|talk|transfer|connect|put|pass|let)\b.{0,40}\b(?:person|human|human being|agent|manager|supervisor|advisor|adviser|operator|colleague|representative|rep|someone real|real (?:one|person|human)|somebody (?:real|else|human)|customer service|the boss|staff)\b|^(?:(?:a|an|the|your|real|live|human) ){0,3}(?:person|human|agent|manager|supervisor|operator|representative)(?: please| now){0,2}[.!]?$|转?人工|(?:找|叫|换|要|转)(?:个|一个|你们)?(?:真人|客服|经理|主管|人工|负责人)/iu,
    'human_agent',
  ],
  [
    /\b(?:where(?:'s| is| are| has)|when(?:'s| is| will| does| do| are| can i expect)|what time (?:is|will|does)|has|have|is|are|did|will|track|status of|any news (?:on|of|about)|any (?:update|sign)\w* (?:on|of|about|for))\b.{0,60}\b(?:come|comes|coming|arrive|arrives|arriving|arrived|here|delivered|shipped|dispatched|left|due|get(?:ting)? here|turn(?:ing)? up|show(?:ing)? up|on (?:its|the|their) way)\b|^(?:so |and |hi |hey |ok |well |please ){0,3}(?:where(?:'s|s| is| are)) (?:my|the|our|order|it|that)\b(?!.{0,40}\b(?:refund|money|invoice|store|shop|showroom|part|screw)\b)|到哪(?:里|儿|了)?|什么时候(?:能)?(?:到|送|来|发货)|(?:查|问|看)(?:一?下|查|看)?.{0,14}(?:到哪|物流|进度|快递)|查(?:一?下|查|看)(?!.{0,12}(?:退款|发票|余额|门店|价))|到了(?:没|吗)|还没(?:有)?(?:到|收到)|几号到|哪天到/iu,
    'track_order',
  ],
  [
    /^(?!.{0,60}\b(?:how|what|do you)\b).{0,40}\b(?:hurry (?:up|it|my|the)|speed (?:up|it up)|expedite|rush (?:it|my|the)|fast[- ]?track|make it (?:sooner|faster|quicker))\b|加急|(?:早|快)(?:一)?点(?:送|到|发)|催(?:一下|一催|单|货)/iu,
    'hurry_shipping',
  ],
  [
    /\b(?:charged|paid|billed|debited|took|taken)\b.{0,30}\b(?:twice|double|two times|again|too much|wrong(?:ly)?|extra)\b|\b(?:double|duplicate|unknown|strange|unexpected) (?:charge|payment|transaction|debit)\w*\b|\btwo (?:charges|payments)\b|(?:扣|付|收|刷)(?:了)?(?:我)?(?:两|2|二|多)(?:次|遍|笔|份)?(?:钱|款)?|重复(?:扣|付|收)/iu,
    'charge_problem',
  ],
];

/** The intent of a plain request; undefined where the words are not so plain. */
export const plainRequest = (text: string): Intent | undefined =>
  plain.find(([said]) => said.test(text))?.[1];
