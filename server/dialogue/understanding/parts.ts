/**
 * Roughly what part a word plays in a sentence. Words of one part stand in for each other, so that a refusal put with
 * "wouldn't dream of" is built like one put with "don't". A word belongs to the first part that lists it.
 */
const members: Record<string, string> = {
  I: 'i we me us myself ourselves',
  'I BE': 'im',
  'I HAVE': 'ive weve',
  'I MOD': 'id ill wed',
  YOU: 'you u ye yous yall youse yourself',
  'YOU BE': 'youre',
  'YOU HAVE': 'youve',
  'YOU MOD': 'youd youll',
  IT: 'it its this that these those they them he she one ones everything something',
  'IT BE': 'thats theres theyre hes shes itll thatll',
  SOMEBODY: 'someone somebody people customers everybody everyone folks',
  PLACE: 'here there home',
  ANY: 'anything anyone anybody any ever either yet anymore',
  NEG: 'not never no none nothing nobody neither nor nowhere nought naw nae nah nope hardly barely',
  MOD: 'can could will would shall should may might must ought gonnae couldya canya wouldya cud cld wud shud kin cn',
  'MOD NEG': 'cant cannot couldnt wont wouldnt shouldnt mustnt neednt cannae',
  DO: 'do does did',
  'DO NEG': 'dont doesnt didnt dinnae dinna dnt divvent doan',
  BE: 'is are was were am be been being',
  'BE NEG': 'isnt arent wasnt werent aint amnae',
  HAVE: 'have has had having got gotten',
  'HAVE NEG': 'havent hasnt hadnt',
  GOING: 'gonna going goin imma',
  OFF:
    'refuse refusing refused decline declined against avoid hate spare scrap skip quit cease abandon withdraw oppose object ' +
    'disagree reject dare forget ignore disregard unless leave',
  WITHOUT: 'without except minus besides than instead rather',
  WANT: 'want wants wanted wanting wanna need needs needed wish wished wishing prefer hope hoping love fancy intend after like',
  LET: 'let lets gimme lemme allow help',
  SAY:
    'say said says saying tell told telling ask asked asking mean meant mentioned mention request requested requesting ' +
    'misheard heard imply implied',
  KNOW: 'know wonder wondering wondered see check find curious explain idea clue sure unsure understand confirm information info details',
  MIND: 'think thought believe guess suppose supposed assume suggest considering decided decide',
  AIM: 'intention intentions plan plans planning interest interested point use sense reason desire keen ready bothered worth able',
  FEE:
    'fee fees charge cost costs price penalty policy policies rule rules terms deadline limit period procedure process steps ' +
    'conditions possible permitted allowed free normally usually generally',
  PLEASE: 'please pls plz kindly thanks thank thx cheers ta appreciate grateful beg begging',
  HELLO: 'hi hello hey hiya morning afternoon evening excuse sorry oops oi yo',
  YES: 'yes yeah yep yup ok okay sure fine right aye alright',
  WAIT: 'wait stop hold hang halt whoa pause',
  SO: 'so and but also then plus well um uh erm er basically now just only actually really maybe still already again too',
  IF: 'if when unless once until till while whenever whether suppose',
  BECAUSE: 'because cause cos since as',
  WHAT: 'what whats which who whos whose',
  WHERE: 'where wheres when whens whereabouts',
  HOW: 'how hows',
  WHY: 'why whys',
  TO: 'to for of in on at with from by about into up down off out over under before',
  THE: 'the a an my our his her their your ur another other some all both',
  VERB:
    'cancel return refund send change swap exchange replace deliver bring ship track trace book move switch add remove take put ' +
    'give get make keep drop pay speak talk connect transfer call ring email text hurry rush speed expedite ' +
    'upgrade update correct fix repair collect pick fetch buy purchase reorder start begin show open close delete erase ' +
    'undo reverse revert restore refer pass arrange sort look redirect postpone delay reschedule compare ' +
    'recommend match claim report complain go come arrive turn work bother touch try wrap build assemble have',
  MINUS:
    'broken damaged missing late wrong faulty cracked scratched torn dead lost empty bent stuck worried upset angry furious ' +
    'disappointed fed sick ridiculous useless awful terrible worst joke disgrace problem issue trouble fault',
};

const parts = new Map<string, readonly string[]>();
for (const [part, words] of Object.entries(members))
  for (const word of words.split(' ')) if (!parts.has(word)) parts.set(word, part.split(' '));

/** Words that are one letter from a known one, and are meant. */
const meant = new Set(
  (
    'though read hard hear hell head case form lose rent cold term broke suck crap step gain race tank mail star damage lots ' +
    'heres customer rice heck meat math witch thin hall peak detail details dose lease rack stat haven ease mins cast trail ' +
    'trial bout ouch condition beside ether tanks lest seed cheer folk ants hats clam rally pint tart bale hose heir hardy'
  ).split(' '),
);

/** Known words with one letter lost or two swapped, of four letters or more: "dotn", "cancle", "plase". */
const slips = new Map<string, readonly string[]>();
for (const [word, part] of parts) {
  if (word.length < 4) continue;
  for (let at = 0; at < word.length; at++) {
    const lost = word.slice(0, at) + word.slice(at + 1);
    const swapped = word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
    for (const slip of lost.length > 3 ? [lost, swapped] : [swapped])
      if (!parts.has(slip) && !meant.has(slip) && !slips.has(slip)) slips.set(slip, part);
  }
}

const chinese: readonly [said: RegExp, part: string][] = [
  [/^(?:能不能|可不可以|能否|可否|可以|允许|能|会)/u, 'MOD'],
  [/^(?:是不是|有没有|要不要|行不行|好不好|是否)/u, 'ASK'],
  [/^(?:谁要|谁想|谁让|谁叫|谁说|凭什么|干嘛|干吗|何必)/u, 'WHO'],
  [
    /^(?:不要|别|不用|不必|不想|不需要?|无需|不许|不准|不打算|没必要|没兴趣|犯不着|懒得|不值得|绝不|坚决不|宁可不|唔好|唔使|唔想|不|没有|没|未|勿|甭|免|唔|冇)/u,
    'NEG',
  ],
  [/^(?:除了|除去|而不是|不如)/u, 'WITHOUT'],
  [/^(?:算了|停|暂停|等等|等一下|慢着|打住|先放着)/u, 'WAIT'],
  [/^(?:只是|只想|就想|只要|就是|只|就)/u, 'ONLY'],
  [/^(?:想要|想|要|需要|打算|希望)/u, 'WANT'],
  [/^(?:请问|问一下|问下|想问|了解|知道|告诉|打听|咨询|介绍|讲讲|说说|解释)/u, 'KNOW'],
  [/^(?:请|麻烦|劳驾|拜托|谢谢|多谢|求求|求)/u, 'PLEASE'],
  [/^(?:帮我|帮忙|帮|给我|替我|让|叫)/u, 'LET'],
  [/^(?:为什么|为啥|怎么回事)/u, 'WHY'],
  [/^(?:怎么办|怎么|怎样|如何|咋)/u, 'HOW'],
  [/^(?:什么时候|几号|哪天|几点|多久|哪里|哪儿|到哪|在哪|最晚|最迟)/u, 'WHERE'],
  [/^(?:什么|哪个|哪些|哪|多少|几|谁|啥)/u, 'WHAT'],
  [/^(?:如果|要是|假如|假设|万一|若)/u, 'IF'],
  [/^(?:因为|由于|所以|主要是)/u, 'BECAUSE'],
  [/^(?:规定|政策|规则|费用|手续费|流程|期限|条件|手续|收费|要钱|扣钱|运费|一般|通常)/u, 'FEE'],
  [/^(?:我说|说|我的意思|意思|口误|打错|说错|听错|搞错|错了)/u, 'SAY'],
  [/^(?:我们|我|俺|咱)/u, 'I'],
  [/^(?:你们|你|您|亲)/u, 'YOU'],
  [/^(?:吗|么|嘛|呢)/u, 'Q'],
  [/^(?:吧|啊|呀|哦|啦|呗)/u, 'END'],
  [/^(?:了|过|着)/u, 'DONE'],
  [/^(?:是|有|在|被)/u, 'BE'],
  [/^(?:取消|退货|退款|退|换|改|送|寄|发|查|催|加|删|付|买|修|转|找|拆|撤|拿|取|放|留)/u, 'VERB'],
  [/^(?:坏|缺|少|丢|慢|晚|破|碎|裂|急|气|烦|担心|差)/u, 'MINUS'],
];

/** Other words by their ending; a content word that shows nothing is `x`. */
function byEnding(word: string): string {
  if (/^0+$/.test(word)) return 'NUM';
  if (word.length > 5 && word.endsWith('ing')) return 'ING';
  if (word.length > 4 && word.endsWith('ed')) return 'ED';
  return 'x';
}

const partsOfWord = (word: string): readonly string[] =>
  parts.get(word) ?? slips.get(word) ?? [byEnding(word)];

function chinesePartsOf(word: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < word.length; ) {
    const rest = word.slice(at, at + 6);
    let length = 1;
    let part = 'x';
    for (const [said, name] of chinese) {
      const match = said.exec(rest);
      if (!match) continue;
      part = name;
      length = match[0].length;
      break;
    }
    found.push(part);
    at += length;
  }
  return found;
}

/** The parts of `words` (in the form of `wordsOf`), in order; runs of `x` are one. */
export function partsOf(words: readonly string[]): string[] {
  const all = words.flatMap((word) =>
    /^\p{Script=Han}/u.test(word) ? chinesePartsOf(word) : partsOfWord(word),
  );
  return all.filter((part, at) => part !== 'x' || all[at - 1] !== 'x');
}
