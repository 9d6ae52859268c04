import type { Intent } from '#protocol';

/**
 * What a text speaks of, told by words that stand for one idea each, in both languages and in any order. An idea alone says
 * little; several together say what is wanted, however the sentence is built.
 */
const ideas = {
  money:
    /\b(?:charg(?:e|es|ed|ing)|bill(?:ed|s)?|debit(?:ed|s)?|deduct\w{0,4}|paid|payments?|transactions?|statement|bank|account|card|money|quid|pounds?|euros?|dollars?)\b|[£$€¥]\s?\d|扣款|扣钱|扣了|扣我|刷了|付了|收了|收我|账单|银行|信用卡|钱/iu,
  /** Money that has gone, and not money that may go. */
  moneyGone:
    /\b(?:charged|billed|debited|deducted|paid|took|taken|taking|(?:gone|going|went|goes|come|came|comes|coming|left|leaving) (?:out|off|from)|showing|shows?|appear\w{0,3}|on my (?:card|statement|bank|account)|statement|transactions?|direct debit)\b|扣了|扣我|扣款|刷了|付了|收了|收我|账单/iu,
  twice:
    /\b(?:twice|2x|x2|two times|2 times|double|doubled|a second time|second (?:charge|payment|time)|two (?:payments|charges|transactions|amounts|debits)|duplicate\w{0,2}|(?:charged|billed|debited|took|taken|out of my \w{1,10}|off my \w{1,10}) (?:me )?again|once more than)\b|两次|2次|两遍|两笔|2笔|重复|又扣|又收|多扣|多收/iu,
  unrecognised:
    /\b(?:(?:don'?t|do not|dont|didn'?t|did not|didnt|never|can'?t|cant|cannot) (?:even )?(?:recogni[sz]e|know|remember|place|make sense|authori[sz]ed?|agree\w{0,2}|approved?|bought|buy|explain|understand)|unknown|strange|mystery|mysterious|odd|random|unexpected|unexplained|weird|suspicious|fraud\w{0,5}|what(?:'s| is| was| are|s) (?:this|that|it|the|a))\b|不认识|不知道是什么|没买过|莫名|不明|陌生|奇怪/iu,
  aCharge:
    /\b(?:charges?|payments?|transactions?|debits?|withdrawals?|amounts?|(?:\d+|[£$€]\s?\d+(?:\.\d\d)?) (?:quid |pounds |euros |dollars )?(?:out of|off|from|on) my)\b|扣款|一笔|账单/iu,
  overcharged:
    /\b(?:overcharged|over-charged|charged? (?:me )?(?:too much|more than|the wrong|wrongly|extra)|(?:took|taken) (?:too much|more than|the wrong)|wrong amount|higher than (?:it should|what|the price)|more than (?:it|what) (?:said|says|should|i agreed))\b|多收|多扣|收多了|扣多了|价格不对|金额不对/iu,
  saidDelivered:
    /\b(?:says?|said|saying|marked|shows?|showing|status|supposedly|apparently|claims?|claiming|reckons?|according|told|tells?|e-?mail\w{0,3}|text|app|website|tracking|notification|message|signed)\b.{0,60}\b(?:deliver\w{0,3}|arrived?|came|come|left|dropped|handed|signed|here)\b|\bdelivered\b.{0,40}\b(?:yesterday|days? ago|last|on (?:mon|tue|wed|thu|fri|sat|sun)\w{0,6}|this morning|apparently|supposedly|my arse|my foot)\b|(?:显示|说|写着|标记|状态|通知|短信).{0,10}(?:送达|签收|妥投|送到|到了|已送|放在)/iu,
  notHere:
    /\b(?:nothing(?:'s| is| was| has)? (?:here|there|came|come|arrived|turned|at|outside|on)|(?:but|and|well|yet|only|though|however|,) nothing\b|not (?:here|there|arrived|got|received|at)|isn'?t (?:here|there|anywhere)|wasn'?t (?:here|there|me|us)|no sign|no parcel|no box|no package|nowhere|(?:has|have|did)(?:n'?t| not)\b|never (?:came|got|saw|arrived|received|turned|showed|made|reached|been|did|had)|nobody (?:came|here|has)|no one came|haven'?t (?:seen|got|had|received)|hasn'?t (?:come|arrived|shown|turned|reached)|(?:it|they) (?:didn'?t|did not|hasn'?t|isn'?t)|stolen|nicked|pinched|missing|vanished|lost)|(?:没|未)(?:有)?(?:收到|见|看到|拿到|来|到)|不见|找不到|没影|丢了|被偷/iu,
  partOfIt:
    /\b(?:only|just) (?:got|received|had|came|arrived|one|two|three|half|part|some|a few|\d{1,2})\b|\b(?:one|two|three|four|five|\d{1,2}|half|some|part) (?:out )?of (?:the |my |them|those|these)?\s?(?:two|three|four|five|six|eight|\d{1,2}|parcels?|boxes|packages?|things|items|order|them)\b.{0,50}\b(?:came|come|arrived|here|got|turned|delivered|missing|gone|showed)\b|\b(?:short by|one short|two short|incomplete|half the order|rest of (?:it|the order|my order) (?:is|isn'?t|never|hasn'?t|where))\b|\b(?:not|wasn'?t|weren'?t|isn'?t|aren'?t|nothing|never|no) .{0,30}\bin (?:the|my|that|either|any) (?:parcels?|box(?:es)?|packages?|packaging|delivery|bag)\b|\b(?:missing|left out|forgotten|forgot|omitted) (?:from|in|out of|to (?:pack|send|put)) |只(?:收到|来了|到了|送了|有).{0,6}[一两二三半\d]|(?:少|缺|漏)(?:了|发|装|寄)|没(?:装|放|在)(?:在)?(?:箱|盒|包裹)/iu,
  parcels:
    /\b(?:parcels?|packages?|boxes|box|deliver\w{0,3}|arrived?|came|come|received|got|ordered|paid for|pack\w{0,3})\b|包裹|箱|件|收到|送来|订|发|装|寄/iu,
  trackingThing:
    /\b(?:track(?:ing|er|ed)?|consignment|waybill|parcel (?:number|id)|shipping number|(?:courier|carrier)(?:'s|s)? (?:site|page|app|website|link)|barcode)\b|物流|快递(?:单|信息|状态)|单号|追踪|跟踪|运单/iu,
  broken:
    /\b(?:dead|broken|broke|bust|(?:does|do|is|are|has|have)(?:n'?t| not) (?:work\w{0,3}|load\w{0,3}|open\w{0,3}|mov\w{1,3}|updat\w{1,3}|chang\w{1,3}|exist|found|recogni[sz]ed?|show\w{0,3})|not (?:work\w{0,3}|found|updat\w{1,3}|mov\w{1,3}|valid|recogni[sz]ed)|won'?t (?:load|open|work|update)|invalid|no such|unknown|error|404|stuck|frozen|nothing (?:comes|shows|happens|there)|no (?:result|information|info|record|updates?)|says? nothing|same (?:for|as|since)|not been (?:updated|scanned))\b|不更新|没更新|没动|不动|打不开|查不到|查不了|错误|无效|不存在|没变|没反应|没有?信息|卡住/iu,
  cheaperElsewhere:
    /\b(?:cheaper|less|lower|discount\w{0,3}|reduced|better price|same (?:one|thing|desk|model|product)?|(?:\d+|[£$€]\s?\d+)(?: quid| pounds| euros)?)\b.{0,50}\b(?:elsewhere|somewhere else|(?:an|the|some) ?other (?:shop|store|site|place|retailer|website)|online|competitor\w{0,1}|rival\w{0,1}|on (?:amazon|ebay)|at (?:amazon|argos|ikea|currys|john lewis|dunelm|wayfair|made|b&q))\b|\b(?:elsewhere|somewhere else|another (?:shop|store|site|place|retailer|website)|competitors?|rivals?|amazon|argos|ikea|currys|john lewis|dunelm|wayfair)\b.{0,50}\b(?:cheaper|less|lower|for (?:\d|[£$€])|[£$€]\s?\d|reduced)\b|(?:别家|别的店|其他(?:店|家|地方)|另一家|京东|淘宝|天猫|亚马逊|网上).{0,16}(?:便宜|低|只要|才|少)|(?:价保|保价|差价|比价)/iu,
  priceTalk:
    /\b(?:match|price|cheaper|less|refund the difference|difference|knock|beat|same price|money off|cost\w{0,1}|selling|sells?)\b|[£$€]\s?\d|\b\d+ (?:quid|pounds|euros)\b|便宜|差价|价/iu,
  link: /\bhttps?:\/\/\S|\bwww\.\S|(?<![\w.@-])[a-z0-9][a-z0-9-]{1,40}\.(?:co\.uk|com|uk|de|fr|net|org|shop|store|example|cn|eu|io)\b(?:\/\S{0,200})?/iu,
  guarantee: /\b(?:guarantee\w{0,1}|guaranteed|warrant(?:y|ies)|cover(?:ed|s)?)\b|保修|质保|保固/iu,
  claims:
    /\b(?:claim\w{0,3}|use|make use|invoke|under (?:the |my |its )?(?:guarantee|warranty)|on (?:the )?(?:guarantee|warranty)|still (?:under|in|covered|has|have|got)|isn'?t it|surely|fix(?:ed)? (?:it )?(?:under|on)|get (?:it|this) (?:fixed|repaired|replaced))\b|申请|保修期|在保|走保修|要保修|报修/iu,
  broke:
    /\b(?:broke\w{0,1}|broken|bust(?:ed)?|dead|died|dies|conked|packed (?:in|up)|given up|gave up|gone|snapped|cracked|faulty|defect\w{0,3}|fault|stopped|stop|fail\w{0,3}|won'?t (?:turn|switch|charge|start|close|open)|doesn'?t (?:work|turn|close|open)|not working|came off|fell (?:off|apart)|peel\w{0,3}|split|warped|sagging|kaput|knackered|buggered)\b|坏|断|裂|失灵|故障|不亮|开不了|掉(?:了|下)|脱落|变形/iu,
  payWith:
    /\b(?:pay|paying|paid|payment|charge|bill|put|stick|take|use|switch|change|move)\b|付|支付|扣|刷|改|换/iu,
  otherMethod:
    /\b(?:(?:other|another|different|new|second|wife's|husband's|business|company|correct|right) (?:card|account|payment|method|visa|mastercard|amex|debit card|credit card)|(?:card|visa|mastercard|amex|account)(?: (?:that )?(?:ending|ends|number)(?: in| with)?)? \d{4}|(?:with|by|to|onto|via|use|using|on) (?:my |the |a )?(?:paypal|gift ?card|voucher|apple pay|google pay|klarna|credit|debit|bank transfer)|payment method|way i(?:'m| am)? pay\w{0,3}|how i(?:'m| am)? pay\w{0,3})\b|(?:另一张|别的|其他|新的?|换张|换个|换一张|另外一张)(?:银行|信用)?卡|付款方式|支付方式|支付宝|微信(?:支付|付)|礼品卡|尾号/iu,
  method: /\b(?:card|visa|mastercard|amex|paypal|method|account|gift ?card|pay)\b|卡|支付|付款/iu,
  personWord:
    /\b(?:(?:actual|real|live|proper|human)(?: (?:actual|real|live))? ?(?:person|people|human|being|agent|someone|somebody)|human(?: being)?s?|a person|an? (?:agent|adviser|advisor|operator|representative|rep|manager|supervisor)|someone real|somebody real|customer (?:service|support|care)|one of your (?:people|colleagues|staff|team))\b|真人|人工|客服|经理|主管|负责人/iu,
  speak:
    /\b(?:speak|talk|chat|through to|put me|get me|give me|connect|transfer|pass me|call me|ring me|phone me|is there|are there|anyone|anybody|want|need|can i)\b|找|转|叫|要|换|接|跟|和/iu,
  dayAway:
    /\b(?:not (?:in|home|at home|around|there)|won'?t be (?:in|home|at home|around|there|here)|nobody(?:'s| is| will be)? (?:in|home|at home|around|there|here)|no ?one(?:'s| is| will be)? (?:in|home|at home|around|there|here)|(?:i'?m|we'?re|i am|we are|i'?ll be|be|am|be) (?:out|away|at work|at the office|abroad|in a meeting|on holiday)|at work (?:till|until|all|today|tomorrow)|out (?:till|until|all day|today|tomorrow)|away (?:today|tomorrow|that day)|miss (?:the|my|it|him|them|your) ?(?:delivery|driver|van)?)\b|不在家|没人在|家里没人|没人收|上班|出门|出差/iu,
  delivery:
    /\b(?:deliver\w{0,3}|driver|courier|van|parcel|come|comes|coming|arriv\w{0,3}|due|drop|bring\w{0,3}|turn\w{0,2} up|options)\b|送|到|快递|包裹|配送/iu,
  leaveIt:
    /\b(?:leave|left|stick|put|drop|hide|pop|chuck|shove|bung|hand|give|stash|dump) (?:it|them|the|my|that|this|everything)\b.{0,60}\b(?:behind|in (?:the|my|our) (?:\w{1,12} )?(?:shed|garage|porch|hall|greenhouse|bin|box|conservatory|utility|cupboard)|neighbou?r\w{0,1}|next door|round (?:the )?back|out (?:the )?back|safe place|by the|under the|doorstep|on the step|reception|concierge|porter|with (?:the|my|our)|at number|at no)\b|放(?:在|到|去|我)?.{0,8}(?:门口|邻居|隔壁|车库|保安|前台|门卫|快递柜|物业|楼下|信箱)|(?:交|给|让)(?:给)?(?:邻居|隔壁|保安|前台|门卫|物业)|(?:邻居|隔壁|保安|前台|门卫|物业).{0,6}(?:代收|代签|帮我?收|签收)/iu,
  question:
    /^(?:[^\p{L}\p{N}]{0,3}(?:and|so|ok|hi|hello|hey|also|please|um|uh|well|but|quick question),? ){0,2}(?:what|how|when|where|which|who|why|can|could|do|does|did|is|are|will|would|may|am i|have you)\b|\b(?:what (?:are|can|do|should|happens|now)|options?)\b|\?|[吗呢么]|多少|多久|几|哪|怎么|什么|能不能|可不可以/iu,
  wishToBuy:
    /\b(?:do you (?:have|sell|stock|do)|have you got|looking for|anything|something)\b|有没有|推荐/iu,
  cancels: /\b(?:cancel\w{0,5}|refund\w{0,3}|return\w{0,3}|send \w{1,6} back)\b|取消|退/iu,
  swap: /\b(?:swap|swop|exchange|trade|switch|change|replace)\w{0,4} (?:it|them|this|that|these|those|one|two|(?:the|my|our|its|his|her)(?: [\w'-]{1,20}){1,5}|[\w-]{2,20}) (?:out )?(?:for|to|with|into|in)\b|\b(?:swap|swop|exchang|trad)\w{0,4}\b.{0,60}\bfor\b|(?:换成|换为|换个|换一|换货|调换|想换|能换|要换|换掉)/iu,
  /** What is changed by other requests than those for goods. */
  notGoods:
    /\b(?:address\w{0,2}|payment|pay with|card|deliver\w{0,3}|date|day|method|name|phone|e-?mail|password|account|postcode|slot|time|screen|battery|bulb)\b|地址|付款|支付|卡|时间|日期|电话|邮箱|密码|送/iu,
  addTo:
    /\b(?:add|chuck|throw|stick|pop|bung|slip|include|squeeze|tack|put)\b.{0,60}\b(?:on|in|to|onto|into|with)\b.{0,25}\b(?:order|delivery|\d{4,})\b|\badd (?:a|an|another|one|two|three|\d)\b.{0,60}\b(?:to|as well|before)\b|(?:加|添|多要|再来|再加|再要)(?:一|两|个|张|把|件).{0,20}/iu,
  countedAnew:
    /\bmake (?:it|that|them) (?:one|two|three|four|five|six|\d{1,2})\b|\b(?:one|two|three|four|five|six|\d{1,2}) (?:[\w-]{1,20} ){0,3}(?:instead of|rather than) (?:just |only |the )?(?:one|two|three|four|five|six|\d{1,2})\b|改成(?:一|两|三|四|五|\d)(?:个|张|把|件)/iu,
  fewer:
    /\b(?:only|just) (?:need|want|needed|wanted|meant) (?:to \w{1,10} )?(?:one|two|three|1|2|3)\b|\btake (?:one|two|it|them|that|the|my)\b.{0,40}\b(?:off|out of)\b|\bdon'?t (?:need|want) (?:both|all|the other|two|three|four)\b|\bone too many\b|只(?:要|需要|留|想要)(?:一|两|1|2)(?:个|张|把|件)|(?:另(?:外)?一个|多的那个).{0,6}(?:不要|取消|去掉)/iu,
  /** Came in another form than was ordered. */
  wrongForm:
    /\bwrong (?:colou?r|size|finish|version|variant|shade|model)\b|(?:颜色|尺寸|尺码|型号|款式|款)(?:是)?(?:发|寄|送|搞|弄|买|订)?(?:错|不对)|(?:发|寄|送)错(?:了)?(?:颜色|尺寸|尺码|型号|款)/iu,
  formWanted:
    /\b(?:wanted|want|ordered|asked for|should (?:be|have)|supposed to|meant|instead|need|after)\b|要的是|想要|订的是|买的是|应该/iu,
  /** Something of what was ordered is to stay as it is. */
  keepsRest:
    /\b(?:keep|leave|still (?:want|need|come|comes|coming|send)|(?:the )?(?:rest|other one|others) (?:stays?|is|are)|stays?|but not|except(?: for)?|apart from|(?:do not|don'?t) cancel) ?|照(?:送|常|旧|发|样|要|寄)|留着|留下|保留|还(?:是)?要|别取消|不取消|除了|正常(?:发|送)|(?<![不只需想])要[，,。]/iu,
  /** So many are all that is wanted. */
  enough:
    /\b(?:one|two|three|1|2|3)(?: of (?:them|those)| [a-z-]{2,20}){0,2}(?:'s| is| are| will be| would be|'ll be| will| would) (?:enough|plenty|all (?:i|we) (?:need|want)|do\b)|\b(?:one|two|three) (?:[a-z-]{2,20} ){0,2}not (?:two|three|four|five)\b|(?:只要|留)?[一两二三123](?:个|张|把|件).{0,6}?(?:就够|就行|就好|够了|足够)/iu,
  dropsIt:
    /\b(?:scrap|bin(?: off)?|ditch|axe|call off|knock off|get rid of|strike off|drop|cancel|forget|take off|remove) (?:about )?(?:it|them|one|two|both|the|my|that|those|all|order)\b|\b(?:take|knock|strike|leave) (?:it|them|one|two|the|my|that|those)\b.{0,40}\b(?:off|out of) (?:the|my|that|order)\b|取消|去掉|不要了|删掉/iu,
  sendsBack:
    /\b(?:send|sending|take|taking|ship|post|give|bring) (?:it|them|that|this|those|these|one|two|three|(?:that|this) one|(?:the|my|that|this|those|these|one of the|two of the)(?: [\w'-]{1,20}){1,4}) back\b|\b(?:send|sending) back\b|\breturn(?:ing)? (?:it|them|one|two|three|that|this|the|my|some)\b|\bgo(?:es|ing)? back to you\b|退(?:掉|了|货|回)|寄回/iu,
  howPaid:
    /\b(?:how (?:did|have|was|were|do) (?:i|we|it|that|this|the \w{1,20})(?: \w{1,10})? (?:pay|paid)|(?:which|what)(?: \w{1,10})? (?:card|account|method)|what did i (?:pay|use)|(?:which|what) card)\b|怎么付的|用(?:什么|哪).{0,4}(?:付|卡)|哪张卡|怎么支付的/iu,
  whatPaid:
    /\b(?:how much|what) (?:did|was|were|have) (?:i|we|it|that|this|the [\w ]{1,30}|my [\w ]{1,30}?)\s?(?:pay|paid|cost|spend|spent|come to|set me back|be charged)?\b.{0,20}\b(?:pay|paid|cost|spend|spent|come to|back|total)\b|多少钱买|花了(?:我)?多少|付了多少|多少钱来着/iu,
  declinesPerson:
    /\b(?:don't|do not|dont|no need|not) (?:want|need|for|to)\b.{0,30}\b(?:person|human|agent|people|customer)\b|别(?:转|给我转)|不(?:要|用|想)(?:转)?(?:人工|客服|真人)/iu,
  spared:
    /\b(?:don'?t|do not|dont|not|never|rather than|instead of|without|haven'?t|didn'?t)\b|(?<![分特个区差级辨鉴告离性类派识])别(?!的|人|处|家|墅|扭|致|名|号)|不想|不用|不是要|没让|没说/iu,
  myData:
    /\b(?:what|which|how much|everything|all)\b.{0,40}\b(?:data|details|information|info|stuff)\b.{0,40}\b(?:(?:of|about|on) (?:me|mine)|(?:have you|you(?:'ve| have)) (?:got|stored|kept|saved)|do you (?:have|hold|keep|store))\b|\b(?:hold|know|keep|store|have) (?:on|about) me\b|(?:存|保存|留|记录|知道|掌握)(?:了|着)?(?:我|关于我)(?:的)?(?:哪些|什么|多少)/iu,
  /** Whether people of the shop do some work: a service, and no wish to talk to them. */
  serviceOfPeople:
    /\b(?:is|are|do|does|can|could|will|would|have) (?:there |you (?:have |send |got )?(?:got )?)?(?:someone|somebody|anyone|anybody|people|a person|(?:a |the |your |any )(?:fitters?|team|guys?|drivers?|delivery (?:men|people|guys|team)|men|man|people)) (?:(?:be |is |are )?(?:able|available|there|free) to |(?:who|that) (?:can|could|will|would) |to |come (?:and |out to |to )?|in to )?(?:build|assembl|put (?:it|them|that|the [\w -]{2,30}) (?:together|up)|fit|install|set (?:it|them) up|carry|lift|unpack|mount|hang|take (?:away|the old)|remove the|dismantle|collect the old|measure)\w{0,3}\b|(?:有人|派人|师傅|工人|安装工).{0,8}(?:装|搬|抬|拆|量|运走)/iu,
  screws:
    /\b(?:screws?|bolts?|dowels?|hinges?|pegs?|nails?|fittings?|allen key|hex key|instructions?)\b|螺丝|说明书|配件/iu,
} satisfies Record<string, RegExp>;

/** `goods`: something that is sold here is named. */
type Idea = keyof typeof ideas | 'goods';

interface Rule {
  intent: Intent;
  all: Idea[];
  none?: Idea[];
}

/** The first that holds decides. */
const rules: readonly Rule[] = [
  { intent: 'price_match', all: ['link', 'priceTalk'] },
  { intent: 'price_match', all: ['cheaperElsewhere', 'priceTalk'], none: ['swap'] },
  { intent: 'charge_problem', all: ['moneyGone', 'twice', 'money'], none: ['cancels'] },
  { intent: 'charge_problem', all: ['aCharge', 'unrecognised', 'money'], none: ['cancels', 'otherMethod'] },
  { intent: 'charge_problem', all: ['overcharged'], none: ['cancels'] },
  { intent: 'delivery_instructions', all: ['leaveIt'], none: ['saidDelivered'] },
  { intent: 'tracking_problem', all: ['trackingThing', 'broken'], none: ['saidDelivered'] },
  { intent: 'not_received', all: ['saidDelivered', 'notHere'], none: ['partOfIt', 'money'] },
  { intent: 'parcel_missing', all: ['partOfIt', 'parcels'], none: ['screws', 'wishToBuy', 'cancels'] },
  { intent: 'warranty_claim', all: ['guarantee', 'claims', 'broke'] },
  { intent: 'shop_question', all: ['serviceOfPeople'], none: ['personWord'] },
  { intent: 'human_agent', all: ['personWord', 'speak'], none: ['declinesPerson'] },
  { intent: 'change_payment', all: ['otherMethod', 'payWith', 'method'], none: ['cancels', 'moneyGone'] },
  { intent: 'not_home', all: ['dayAway', 'delivery', 'question'], none: ['leaveIt'] },
  { intent: 'change_items', all: ['addTo'], none: ['notGoods', 'cancels'] },
  { intent: 'change_items', all: ['countedAnew'], none: ['notGoods'] },
  { intent: 'exchange_item', all: ['swap', 'goods'], none: ['notGoods'] },
  {
    intent: 'cancel_order',
    all: ['dropsIt', 'keepsRest', 'goods'],
    none: ['swap', 'sendsBack', 'wishToBuy'],
  },
  { intent: 'exchange_item', all: ['wrongForm', 'formWanted', 'goods'], none: ['cancels', 'question'] },
  { intent: 'cancel_order', all: ['enough', 'goods'], none: ['wishToBuy', 'swap', 'addTo'] },
  { intent: 'cancel_order', all: ['fewer', 'goods'], none: ['wishToBuy', 'swap'] },
  { intent: 'cancel_order', all: ['dropsIt', 'goods'], none: ['question', 'spared', 'swap', 'notGoods'] },
  { intent: 'return_refund', all: ['sendsBack', 'goods'], none: ['question', 'spared', 'swap'] },
  { intent: 'show_my_data', all: ['myData'], none: ['cancels'] },
  { intent: 'order_facts', all: ['howPaid'], none: ['wishToBuy'] },
  { intent: 'order_facts', all: ['whatPaid'], none: ['wishToBuy'] },
];

/** "Didnt", "wont": the sign that hurried people leave out. */
const withoutSign = /\b(did|do|does|is|was|were|has|have|had|ca|wo|could|would|should|are)nt\b/giu;

/** The intent that the ideas of a text come to; undefined where they come to none. `namesGoods` is asked where it matters. */
export function intentOfIdeas(said: string, namesGoods: () => boolean): Intent | undefined {
  const text = said.replace(withoutSign, "$1n't");
  const has = (idea: Idea) => (idea === 'goods' ? namesGoods() : ideas[idea].test(text));
  return rules.find(({ all, none = [] }) => all.every(has) && !none.some(has))?.intent;
}
