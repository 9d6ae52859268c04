import type { Intent } from '#protocol';

/**
 * Requests that are put so plainly that no reading of words in bulk is needed; each pattern stands for a kind. What they say
 * goes before a reading that is not sure.
 */
const plain: readonly [said: RegExp, intent: Intent][] = [
  [
    /\b(?:what|which) (?:delivery |shipping )?address\b|\bwhere (?:is|are|will|did|does) .{1,50}\b(?:going to|being (?:sent|delivered|shipped)|sent to|delivered to|be (?:sent|delivered))\b|\bhow much (?:(?:did|have) i (?:pay|paid|spend|spent)|(?:was|were) (?:that|it|this|the|my))\b|\bwhat did i (?:pay|order|buy)\b|\b(?:which|what) card did i\b|\b(?:when|what day|what date) did i (?:order|buy|place|purchase)\b|\bhow did i pay\b|送(?:到|去)(?:的)?(?:是)?(?:哪个|什么|哪里?的?)地址|(?:我)?(?:付|花)了多少|多少钱买的|(?:什么时候|哪天)(?:买|订|下单)的/iu,
    'order_facts',
  ],
  [
    /\b(?:says?|said|marked|shows?|status|supposedly|claims?)\b.{0,40}\b(?:delivered|arrived|signed)\b.{0,80}\b(?:but|nothing|not|never|no sign|isn't|hasn't|haven't|didn't|where)\b|\bnever (?:got|received|arrived|came|turned up|showed up)\b|显示.{0,6}(?:送达|签收|妥投).{0,12}(?:没|未)|(?:没|未)(?:有)?收到.{0,12}(?:显示|签收|送达)/iu,
    'not_received',
  ],
  [
    /\b(?:leave|stick|put|drop|hide|pop) (?:it|them|the|my|that)\b.{0,40}\b(?:behind|in (?:the|my) (?:shed|garage|porch|hall)|neighbou?rs?|next door|round the back|safe place|by the|under the|doorstep|reception|concierge)\b|放(?:在|到)?.{0,6}(?:门口|邻居|车库|保安|前台|门卫|快递柜)/iu,
    'delivery_instructions',
  ],
  [
    /\b(?:pick|collect)\b.{0,30}\b(?:up )?(?:it |them )?(?:myself|ourselves|in person|from (?:the|a|your))\b|\bcollect (?:it|them|my|the) .{0,30}instead\b|自提|自己(?:去)?(?:取|拿)/iu,
    'collect_order',
  ],
  [
    /\b(?:deliver|bring|send) (?:it|them|the [\w ]{2,30}|my [\w ]{2,30}) on (?:\d|mon|tue|wed|thu|fri|sat|sun|the \d)|\b(?:change|move|push|put|shift|switch) (?:the |my |back )?.{0,30}\b(?:delivery|delivery date|delivery day|date|day)\b.{0,20}\b(?:to|back|until|by)\b|改(?:到|成)?(?:下?周|星期|礼拜|明天|后天|大后天|\d+(?:月|号|日)).{0,4}(?:送|到)|(?:晚|推迟|早)(?:一|两|几)?天(?:再)?(?:送|到)/iu,
    'change_delivery_day',
  ],
  [
    /\b(?:get|give|find|fetch|call|bring|want|need|like|speak|talk|transfer|connect|put|pass|let)\b.{0,40}\b(?:person|human|human being|agent|manager|supervisor|advisor|adviser|operator|colleague|representative|rep|someone real|real (?:one|person|human)|somebody (?:real|else|human)|customer service|the boss|staff|whoever|in charge)\b|\b(?:don't|do not|dont|not) .{0,20}\b(?:talk|speak|chat)\w* (?:to|with) (?:a |an |some |this |your )?(?:machine|bot|robot|computer|program\w*|ai)\b|^(?:(?:a|an|the|your|real|live|human) ){0,3}(?:person|human|agent|manager|supervisor|operator|representative)(?: please| now){0,2}[.!]?$|转?人工|(?:找|叫|换|要|转)(?:个|一个|你们)?(?:真人|客服|经理|主管|人工|负责人)/iu,
    'human_agent',
  ],
  [
    /^(?!.*\b(?:refund|money|invoice|reply|answer|colleague|sale|stock)\b).{0,200}\b(?:where(?:'s| is| are| has)|when(?:'s| is| will| does| do| are| can i expect)|what time (?:is|will|does)|has|have|is|are|did|will|track|status of|any news (?:on|of|about)|any (?:update|sign)\w* (?:on|of|about|for))\b.{0,60}\b(?:come|comes|coming|arrive|arrives|arriving|arrived|here|delivered|shipped|dispatched|left|due|get(?:ting)? here|turn(?:ing)? up|show(?:ing)? up|on (?:its|the|their) way)\b|^(?:so |and |hi |hey |ok |well |please ){0,3}(?:where(?:'s|s| is| are)) (?:my|the|our|order|it|that)\b(?!.{0,40}\b(?:refund|money|invoice|store|shop|showroom|part|screw)\b)|\bwhen (?:it|they|that|the [\w ]{2,30}|my [\w ]{2,30})(?:'s|'re| is| are| will| should)(?: be)? (?:coming|due|arriving|here|delivered|come|arrive|get here|turn up)\b|\b(?:is|are|isn't|aren't) (?:the|my|our) [\w -]{2,40} (?:(?:still|definitely|really|for sure|coming|arriving|due|on|this) ){0,3}(?:today|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|afternoon|morning|evening)(?: (?:or not|then|please))?[^\p{L}\p{N}]*$|到哪(?:里|儿|了)?|什么时候(?:能)?(?:到|送|来|发货)|(?:查|问|看)(?:一?下|查|看)?.{0,14}(?:到哪|物流|进度|快递)|查(?:一?下|查|看)(?!.{0,12}(?:退款|发票|余额|门店|价))|到了(?:没|吗)|还没(?:有)?(?:到|收到)|几号到|哪天到|几点(?:送)?到|来不来|到不到/iu,
    'track_order',
  ],
  [
    /^(?!.{0,60}\b(?:how|what|do you)\b).{0,40}\b(?:hurry (?:up|it|my|the)|speed (?:up|it up)|expedite|rush (?:it|my|the)|fast[- ]?track|make it (?:sooner|faster|quicker))\b|加急|(?:早|快)(?:一)?点(?:送|到|发)|催(?:一下|一催|单|货)/iu,
    'hurry_shipping',
  ],
  [
    /\b(?:opening|closing|sunday|saturday|weekend|holiday) (?:hours|times)\b|\b(?:what time|when|until when|how late) (?:do|are|does|will) (?:you|the shop|the showroom|your \w{2,20}) (?:open|close|shut)\w*\b|(?:几点|什么时候)(?:开|关)门|营业时间/iu,
    'store_info',
  ],
  [
    /\b(?:charged|paid|billed|debited|took|taken)\b.{0,30}\b(?:twice|double|two times|again|too much|wrong(?:ly)?|extra)\b|\b(?:double|duplicate|unknown|strange|unexpected) (?:charge|payment|transaction|debit)\w*\b|\btwo (?:charges|payments)\b|(?:扣|付|收|刷)(?:了)?(?:我)?(?:两|2|二|多)(?:次|遍|笔|份)?(?:钱|款)?|重复(?:扣|付|收)/iu,
    'charge_problem',
  ],
  [
    /^(?:(?:please|hi|hello|hey|ok|okay|so|and|but|then|also|just|only|actually|can you|could you|would you|will you|i want to|i need to|i(?:'d| would) like to|i wish to|you can|now|kindly|instead)[ ,]{1,2}){0,5}cancel (?:my|the|this|that|order|it|them|both|all|just|only|#|\d)|\bwant (?:it|them|the [\w ]{2,30}|my [\w ]{2,30}|order \S+) cancelled\b|^(?:请|帮我|麻烦|给我|我要|我想|我想要|那就?|把.{1,12})?取消(?!政策|规定|费|的话|了吗|会)/iu,
    'cancel_order',
  ],
  [
    /^(?:(?:please|hi|hello|hey|ok|okay|so|and|but|then|also|just|only|actually|can you|could you|would you|will you|i want to|i need to|i(?:'d| would) like to|i wish to|you can|now|kindly|instead)[ ,]{1,2}){0,5}(?:(?:can|could|may) i (?:still )?)?(?:return|send back) (?:my|the|this|that|order|it|them|both|all|everything|#|\d)|\b(?:want|get|getting) rid of (?:the|my|this|that|it)\b|\b(?:both |all |should |must |to |(?:can|could) (?:(?:the|my|it|this|that|they)(?: [\w-]{2,20}){0,3} )?)go back\b|^(?:请|帮我|麻烦|我要|我想|我想要|把.{1,12})?(?:退货|退掉|退了)/iu,
    'return_refund',
  ],
  [
    /^(?!.*(?:什么时候|几点|哪|多久|吗|没|么|不在)).{0,24}(?:送|寄|发)(?:到|去|往|给)?(?:我|我的|我们)?(?:公司|办公室|单位|家里?|爸妈|父母|新家|学校|宿舍|店里|朋友|\p{Script=Han}{2,12}(?:路|街|小区|大厦|酒店|花园))/iu,
    'change_address',
  ],
  [
    /\bchange where (?:it|they|the|my|that|order|#?\d{1,12})\b.{0,40}\b(?:go|goes|going|sent|delivered)\b/iu,
    'change_address',
  ],
  [
    /\b(?:exchange|swap)\b(?!.{0,60}\b(?:address|payment|pay with|deliver\w*|date|day|method|name|phone|e-?mail|password|shipping|account)\b).{2,90}\b(?:to|for|with|into)\b|\b(?:exchange|swap) (?:the|my|that) (?!address|delivery|payment|date|day|order\b|name|default|shipping)(?:(?!\b(?:address|payment|delivery|date)\b)[^.?!;]){2,160} (?:in|from|of|on) (?:(?:my |the )(?:order|one)\b|(?:order )?#?\w{0,6}\d)/iu,
    'exchange_item',
  ],
  [
    /\b(?:change|modify|switch|replace)\b(?!.{0,60}\b(?:address|payment|pay with|deliver\w*|date|day|method|name|phone|e-?mail|password|shipping|account)\b).{2,90}\b(?:to|for|with|into)\b|\b(?:change|modify|switch|replace) (?:the|my|that) (?!address|delivery|payment|date|day|order\b|name|default|shipping)(?:(?!\b(?:address|payment|delivery|date)\b)[^.?!;]){2,160} (?:in|from|of|on) (?:(?:my |the )(?:order|one)\b|(?:order )?#?\w{0,6}\d)/iu,
    'change_items',
  ],
];

/** The intent of a plain request; undefined where the words are not so plain. */
export const plainRequest = (text: string): Intent | undefined =>
  plain.find(([said]) => said.test(text))?.[1];
