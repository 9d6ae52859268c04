/** What the shop's nouns are called in Chinese: the first name is the one that replies use. */
const chineseNames: Record<string, readonly [string, ...string[]]> = {
  'TV bench': ['电视柜'],
  'air purifier': ['空气净化器', '净化器'],
  armchair: ['扶手椅', '单人沙发'],
  'bar stool': ['吧台椅', '高脚凳'],
  'bathroom cabinet': ['浴室柜'],
  bed: ['床', '床架'],
  'bedside table': ['床头柜'],
  bookcase: ['书架', '书柜'],
  'bunk bed': ['上下铺', '双层床', '高低床'],
  chair: ['椅子'],
  'chest of drawers': ['斗柜', '抽屉柜'],
  'coat rack': ['衣帽架'],
  'coffee table': ['茶几'],
  'corner sofa': ['转角沙发'],
  cot: ['婴儿床'],
  'cube shelf': ['格子柜', '格子架'],
  desk: ['书桌', '办公桌', '电脑桌', '桌子'],
  'desk lamp': ['台灯'],
  'dining chair': ['餐椅'],
  'dining table': ['餐桌', '饭桌', '桌子'],
  doorbell: ['门铃'],
  'drop-leaf table': ['折叠餐桌', '折叠桌'],
  earbuds: ['耳塞', '入耳式耳机'],
  'floor lamp': ['落地灯'],
  footstool: ['脚凳'],
  'garden bench': ['花园长椅', '长椅'],
  headphones: ['耳机'],
  kettle: ['电水壶', '水壶'],
  keyboard: ['键盘'],
  'kitchen trolley': ['厨房推车', '餐车'],
  'ladder shelf': ['梯形架'],
  laptop: ['笔记本电脑', '笔记本', '电脑'],
  mattress: ['床垫'],
  'mesh kit': ['Mesh路由套装'],
  mirror: ['镜子'],
  monitor: ['显示器'],
  mouse: ['鼠标'],
  'office chair': ['办公椅', '电脑椅'],
  phone: ['手机'],
  printer: ['打印机'],
  'robot vacuum': ['扫地机器人', '扫地机'],
  router: ['路由器'],
  'shoe cabinet': ['鞋柜'],
  'side table': ['边几', '边桌'],
  sideboard: ['餐边柜'],
  sofa: ['沙发'],
  'sofa bed': ['沙发床'],
  soundbar: ['回音壁'],
  speaker: ['音箱', '音响'],
  'standing desk': ['升降桌', '站立式办公桌'],
  tablet: ['平板电脑', '平板'],
  television: ['电视', '电视机'],
  thermostat: ['温控器'],
  'toy chest': ['玩具箱', '玩具柜'],
  vacuum: ['吸尘器'],
  'wall desk': ['壁挂桌'],
  'wall shelf': ['墙架', '置物架'],
  wardrobe: ['衣柜', '衣橱'],
  webcam: ['摄像头'],
};

/** A noun as a Chinese reply says it; a shop's noun that is not among them stays as it is. */
export const inChinese = (noun: string): string => chineseNames[noun]?.[0] ?? noun;

const patterns = Object.entries(chineseNames).flatMap(([noun, names]) =>
  names.map((name) => ({ noun, name, pattern: new RegExp(name, 'giu') })),
);

/** The nouns that Chinese words name, the longer name before one inside it: 沙发床 is no 沙发. */
export function nounsInChinese(text: string): string[] {
  const found = patterns.flatMap(({ noun, name, pattern }) =>
    [...text.matchAll(pattern)].map(({ index }) => ({ noun, name, index })),
  );
  const isInside = (one: (typeof found)[number], other: (typeof found)[number]) =>
    other.name.length > one.name.length &&
    other.index <= one.index &&
    other.index + other.name.length >= one.index + one.name.length;
  return found.filter((one) => !found.some((other) => isInside(one, other))).map(({ noun }) => noun);
}

/** What goods are called in English where nothing else is known of a shop. */
export const commonNouns: readonly string[] = Object.keys(chineseNames);

/** Every name there is, longer ones first. */
export const everyChineseNoun = new RegExp(
  Object.values(chineseNames)
    .flat()
    .sort((one, other) => other.length - one.length)
    .join('|'),
  'giu',
);

/** What an utterance says besides the goods it names in Chinese. */
export const withoutChineseNouns = (text: string): string => text.replace(everyChineseNoun, '');
