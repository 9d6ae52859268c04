/**
 * What shoppers and shops say for the same thing, in both languages. A line is `name | English, … | Chinese, …`. English
 * is matched by stems ("return" is "returns", "returning" and "returned"); a word behind "=" is matched as it stands, and
 * "~" stands for up to four words.
 *
 * The kind says how much a question hangs on it: an article that has nothing of a question's topic does not answer it.
 */
type ConceptKind = 'topic' | 'aspect' | 'common' | 'when' | 'who' | 'thing' | 'plain';

export interface Concept {
  name: string;
  kind: ConceptKind;
}

const tables: Record<ConceptKind, string> = {
  topic: `
return | return, send ~ back, sent ~ back, sending ~ back, bring ~ back, brought ~ back, take ~ back, took ~ back, taking ~ back, give ~ back, hand ~ back, send back, sent back, sending back, send it back, send them back, send this back, send that back, go back, going back, goes back, not want it, do not want it, not need it, bring back, bring it back, bring them back, brought back, take it back, take them back, take things back, give it back, get rid of it, change my mind, changed my mind, change your mind, changed your mind, =unwanted, not happy with it, do not like it, does not suit | 退货, 退换, 退回, 退掉, 退了, 寄回, 无理由退, 退
refund | refund, get ~ back, got ~ back, my money, your money, money back, reimburse, get my money | 退款, 退钱, 返款, 还钱
exchange | exchange, swap | 换货, 调换, 更换, 换一个, 换成
cancel | cancel, call off, back out | 取消
delivery | deliver, delivery, ship, shipping, shipment, =post, posted, =postage, =posting, dispatch, courier, carrier, bring it to, drop off, send it to, send to, post to, drop it, bring round, arrive, come to my | 配送, 送货, 发货, 快递, 运送, 运费, 物流, 送到, 邮寄, 寄到, 送上门, 送
express | express, next day, next-day, faster, fast delivery, quicker, same day, urgent, rush, sooner | 加急, 次日达, 快一点, 当天, 更快
pickup | pick ~ up, collect ~ myself, collect ~ from, pick up, pick it up, pick-up, collect it, collect it myself, collect my, collect in, collect from, click and collect, collection point, pick-up point, pickup point, parcel shop, locker | 自提, 自取, 取货点, 提货, 自己取, 自己去拿
tracking | track, tracking | 跟踪, 追踪, 查物流
slot | two-hour, what time ~ come, what time ~ coming, when exactly, choose ~ day, pick ~ day, pick ~ date, choose ~ date, specific day, time slot, delivery slot, time window, =slot, choose a day, choose the day, pick a day, pick a date, choose a date, evening delivery, delivery window | 时间段, 选时间, 选择日期, 指定时间, 选日子, 预约时间
upstairs | upstairs, carry, first floor, second floor, third floor, fourth floor, top floor, room of choice, carried, stairs, =floor, flight of stairs, into the room, to the room, lift | 上楼, 搬上楼, 搬进, 楼层, 楼梯, 电梯, 入户
abroad | channel island, jersey, guernsey, abroad, overseas, international, outside the united kingdom, outside the uk, outside the country, foreign, another country, other countries, worldwide, europe, the eu, export | 国外, 海外, 境外, 外国, 国际, 出口, 欧洲
islands | island, highlands, northern ireland, isle, hebrides, orkney, shetland, skye, isle of man, isle of skye, isle of wight, belfast | 岛, 高地, 北爱尔兰, 岛屿, 海岛
scotland | scotland, scottish, edinburgh, glasgow, aberdeen, dundee, inverness | 苏格兰, 爱丁堡, 格拉斯哥
finance | paid over, paid ~ month, over ~ month, spread ~ cost, spread ~ payment, spread ~ over, pay ~ month, pay ~ later, split ~ payment, instalment, installment, pay monthly, monthly payment, pay over, spread the cost, spread the payment, spread it over, spread it, pay in parts, buy now pay later, pay later, finance, klarna, clearpay, afterpay, paypal credit, on credit, pay by month, monthly, pay it off, pay in three, pay in 3, pay a bit, hire purchase, split the payment, split the cost, split it, split payments, bit by bit, payment plan, pay each month, each month, every month | 分期, 月付, 花呗, 按月付, 先买后付, 分几期
interest | interest, =apr, interest-free | 利息, 免息, 手续费
payment | pay, payment, =paypal, =visa, =mastercard, amex, american express, apple pay, google pay, debit card, credit card, bank transfer, cheque, =cash, =card, bitcoin, crypto | 付款, 支付, 付钱, 刷卡, 现金, 信用卡, 支付宝, 微信, 银行卡, 转账
deposit | deposit, down payment, upfront, up front | 定金, 押金, 首付
invoice | invoice, receipt, vat, proof of purchase | 发票, 收据, 小票
pricematch | would you match, do you match, will you match, can you match, price match, price promise, match price, match the price, match their price, match a price, price guarantee, lowest price, found ~ cheaper, cheaper elsewhere, cheaper at, cheaper somewhere, cheaper on, cheaper than, beat the price, beat a price, same price, found it for less, find it for less, for less, lower price, undercut, price drop, price dropped, best price | 保价, 比价, 更便宜, 差价, 便宜一点, 价格承诺, 同价, 降价, 价保, 便宜的
discount | discount, voucher, promo code, coupon, money off, =deal, =offer, special offer, promotion, reduced, percent off, per cent off, code, reduction, concession | 折扣, 优惠, 打折, 优惠券, 便宜, 促销, 活动, 特价
sale | =sale, next sale, sales, outlet, black friday | 清仓, 大减价, 黑五
loyalty | loyalty, reward, =points, earn point, one point, membership, club card, member | 会员, 积分
giftcard | gift card, gift voucher, gift certificate | 礼品卡, 购物卡
giftwrap | gift wrap, wrap, gift box, present wrapped | 礼品包装, 包装成礼物
hours | open, opening, =hours, closing, close, shut, =opens, =closes, opening times, =closed | 营业, 开门, 关门, 几点开, 几点关, 开到几点, 打烊, 上班
store | store, showroom, try ~ before, see ~ before, look at ~ before, branch, in person, visit, come in, come and see, try it in person, see it in person, see before, brick and mortar, physical, retail, look at it in, look at things, your shop, a shop, shops, the shop, local shop, nearest shop | 门店, 展厅, 实体店, 店里, 线下, 商店, 分店, 店铺, 看实物, 店
parking | parking, =park, car park | 停车
assembly | assemble, assembly, put ~ together, putting ~ together, set ~ up, put together, put it together, put them together, put furniture together, set up, set it up, build it, build, fitter, fitting, install, installation, fit it, mount, put up | 组装, 安装, 装配, 师傅, 拼装, 装
oldgoods | take ~ away, taking ~ away, get rid of ~ old, cart ~ away, cart ~ off, cart off, haul ~ away, take ~ off my hands, take away, old furniture, old one, old piece, take my old, take the old, old sofa, old bed, old mattress, old wardrobe, remove my, removal, dispose, disposal, get rid, haul, recycle, recycling, old appliance, old electronic, old thing | 旧家具, 旧的, 回收, 拉走, 搬走, 处理旧, 旧家电, 旧沙发, 旧床, 旧
tradein | trade in, trade-in, trading in, part exchange, money for my old, for my old, towards a new, off a new one, old phone, old mobile | 以旧换新, 折价, 换新, 旧手机, 抵钱
guarantee | guarantee, warranty, =breaks, =broke, fault, faulty, stops working, stop working, stopped working, defect, defective | 保修, 质保, 质量保证, 保固, 坏了, 故障
damaged | damage, broken, scratched, scratch, dent, arrived broken, crack, =smashed | 损坏, 破损, 刮花, 刮痕, 划痕, 摔坏, 碎了
missing | missing, not in the box, incomplete, left out | 缺少, 少了, 缺件, 漏发, 少件
spareparts | spare part, replacement part, spare, extra part, replacement screw, lost screw, lost a screw, screws, hinge | 配件, 零件, 备件, 螺丝
repair | repair, mend, fix my | 维修, 修理, 修
student | student, =uni, university, college, =nus, undergraduate, school id | 学生, 大学
trade | trade account, trade customer, trade discount, =trade, business customer, letting, holiday let, fit out, furnish, wholesale, bulk, company account, =b2b, landlord, interior designer, large order, for my company, for a company | 批发, 企业, 公司采购, 大量, 团购
contact | phone number, call you, ring you, email you, speak to, telephone, contact, customer service | 电话, 联系, 客服
privacy | privacy, my data, personal data, my information, gdpr, delete my | 隐私, 个人信息, 数据
account2 | my account details, delete my account, create an account, close my account, change my account, password, log in, login, sign in | 账号, 账户, 密码, 登录, 注册
jobs | job, vacancy, hiring, career, work for you, recruit | 招聘, 工作机会, 职位
insurance | insurance, insure, insured | 保险
rent | rent, hire, lease, borrow | 租, 出租, 租赁
secondhand | second hand, second-hand, refurbished, pre-owned, ex-display | 二手, 翻新
sustainability | sustainable, eco, environment, fsc, ethical, carbon, green | 环保, 可持续
made | made in, manufactured, where do you make, origin, who makes | 产地, 哪里生产, 哪里制造
sample | sample, swatch, fabric sample, swatches | 样品, 小样, 色卡
custom | to your wishes, to your wish, made for you, painted to, cut to, custom painted, painted, custom, bespoke, made to measure, made to order, personalise, engrave | 定制, 定做, 刻字
restock | restock, back in stock, out of stock, sold out, come back in, pre-order, preorder, waiting list | 补货, 到货, 缺货, 预订, 预售
weather | weather, forecast | 天气
wifi | =wifi, wi-fi | 无线网
cafe | cafe, coffee, restaurant, toilet, =loo, food | 咖啡, 餐厅, 厕所, 卫生间
access | wheelchair, disabled, accessible, step-free | 轮椅, 无障碍
pets | dog, pet, puppy, =cat | 狗, 宠物, 猫
care | clean, cleaning, wash, oil, polish, stain, take care of, look after, maintain, maintenance, wax, care | 清洁, 保养, 清洗, 护理, 擦, 上油
trial | sleep on, slept on, nights to, how many nights, trial, try out, try it, try them, test it, sleep on it | 试用, 试睡, 体验
newsletter | newsletter, mailing list, subscribe, unsubscribe | 订阅, 邮件列表
tax | customs, duty, import tax | 关税
safety | safety, recall, dangerous | 召回, 安全
app | =app, application | 应用程序
`,
  aspect: `
free | free, =complimentary, no charge, at no cost, without charge, free of charge, no cost, included in the price | 免费, 不要钱, 包邮, 不收费
unboxed | =opened, already open, =seal, unwrap, out of the packet, out of the package, out of the wrapper, hygiene, =unopened, =unsealed, =sealed, open the box, opened the box, out of the box, out of its box, out of its packaging, original packaging, original box, unwrapped, broke the seal, broken the seal, taken it out, box is open, packaging, the box | 拆封, 开封, 打开过, 拆开, 未拆, 原包装, 包装, 拆过
used | =used, =tried, =worn, =wore, sat on, slept on, after use | 用过, 使用过, 穿过, 睡过
clean | in good condition, undamaged, complete, condition | 完好, 干净, 完整
online | online, website, web shop, internet | 网上, 线上, 网站, 官网
checkout | checkout, till, basket, cart | 结账, 购物车, 下单
cash | =cash | 现金
crypto | bitcoin, crypto, cryptocurrency, ethereum | 加密货币, 比特币
banktransfer | bank transfer, transfer, wire, iban | 转账, 汇款
cheque | cheque, check by post | 支票
cards | card, visa, mastercard, amex, american express, credit card, debit card | 信用卡, 银行卡, 刷卡
paypal | =paypal | 贝宝
wallet | apple pay, google pay |
cost | price, cost, =fee, charge, =much, =expensive, the damage, set me back, =dear, =dearer, =pricey, pricier, cheaper | 价格, 费用, 多少钱, 价钱, 贵, 收费, 几块
minimum | and more, or more, and above, minimum, at least, smallest order, from what amount, how much do i have to spend, threshold | 最低, 起, 满
guarantor | guarantor, co-signer, credit check, =approval, approved, eligible, decision | 担保, 审核, 征信
combine | combine, together with, on top of, stack, as well as other, in addition to | 叠加, 同时使用, 一起用
book | book, booking, appointment, arrange, schedule, reserve | 预约, 预定, 安排
notice | tell you, let you know, in advance, beforehand, in time, how soon, report, notify | 提前, 通知, 告知
signature | sign for, signature | 签收
home | nobody's home, nobody home, no one home, nobody at home, nobody is home, out when, i am out, i'm out, be home, at home, be in, not in, not home, nobody in, nobody home, not be there, someone in | 在家, 不在家, 没有人, 没人, 家里没有人
neighbour | neighbour, neighbor, safe place | 邻居, 代收
proof | proof, =id, evidence, photo, picture, show you, card | 证明, 证件, 照片, 凭证
extra | extra, additional, further, another one, each further | 额外, 另外, 每多
weight | heavy, weigh | 重
marketplace | market places, auction, clearance sale, clearance, amazon, ebay, marketplace, market place, etsy, third party | 亚马逊, 淘宝, 京东, 平台
shopelse | elsewhere, seen it for less, another shop, other shop, competitor, elsewhere, other retailer, somewhere else, another retailer, another store, different shop, other stores | 别家, 其他店, 别的店, 别处, 其他商家
original | original | 原来
gift | gift, present, birthday | 礼物, 送人
`,
  common: `
begin | start, begin, commence, from when | 开始, 算起, 起算
end | end, expire, run out, finish, last until | 结束, 到期, 过期, 有效期
keep | keep, held, kept, hold on to, wait, stored | 保留, 保存, 存放
choose | choose, pick, select, choice, decide, deciding, decision | 选择, 挑, 选
early | early, earlier, ahead of time, off early, before the end, rest off | 提前还, 早一点
late | late, later, too late, delay, overdue | 晚了, 迟, 逾期
register | register, registration, sign up, fill in, activate | 登记
driver | driver, delivery man, delivery guy, van, delivery people | 司机, 送货员, 送货师傅
attempt | attempt, try again, second time, twice, failed | 再送, 第二次
inside | inside, indoors, into the house, doorstep, front door, at the door, kerb | 门口, 屋里, 进屋, 楼下
packaging | cardboard, packaging, boxes, wrapping | 纸箱, 包装材料, 垃圾
extrapiece | second, another, each further, each one after, every further, additional | 第二件, 每多一件, 之后每件
dismantle | dismantle, take ~ apart, taken ~ apart, disassemble, in pieces | 拆开, 拆卸
charity | charity, donate, donation | 慈善, 捐
limit | limit, maximum, at most, too heavy, too big, weigh, weight, heavy | 限制, 超过, 最多, 重
somebody | neighbour, anybody, somebody else, someone else, on my behalf, friend, another person, for me | 别人, 代取, 朋友, 邻居
show | show, prove, proof, evidence, identification | 出示, 证明
sleep | sleep, slept, sleeping | 睡
dislike | not like, do not like, hate | 不喜欢, 不合适, 不满意
surcharge | surcharge, extra charge, more expensive, on top, additional charge, how much more | 加收, 加多少, 额外收费, 加钱
inform | know when, know what time, tell me, tell you, text message, sms, let me know, told, notify, message | 通知, 短信, 告诉
approval | approve, approved, accepted, rejected, eligible, qualify | 通过, 审核, 批准
nothing | pay nothing, free of charge, cost anything, cost nothing | 不用付, 不要钱, 免费
account | account | 账户, 到账
`,
  when: `
monday | monday, =mon | 周一, 星期一, 礼拜一
tuesday | tuesday, =tue, =tues | 周二, 星期二, 礼拜二
wednesday | wednesday, =wed | 周三, 星期三, 礼拜三
thursday | thursday, =thu, =thurs | 周四, 星期四, 礼拜四
friday | friday, =fri | 周五, 星期五, 礼拜五
saturday | saturday, =sat | 周六, 星期六, 礼拜六
sunday | sunday, =sun | 周日, 星期日, 星期天, 礼拜天, 周天
weekday | weekday, working day, week day | 工作日, 平日
weekend | weekend | 周末
holiday | bank holiday, public holiday, holiday | 节假日, 假期, 公共假日
christmas | christmas, =xmas, boxing day, christmas eve, december | 圣诞, 12月, 十二月
newyear | new year, january | 元旦, 新年, 春节
easter | easter, good friday | 复活节
evening | evening, late, tonight, at night, after work | 晚上, 下班后, 傍晚
morning | morning, early | 早上, 上午, 早
afternoon | afternoon | 下午
lunch | lunch, midday, noon | 中午
`,
  who: `
pensioner | pensioner, senior, over 60, retired, oap | 老人, 退休
nhs | =nhs, nurse, key worker, emergency service, military, teacher | 护士, 教师, 军人
staff | staff, employee | 员工
`,
  thing: `
child | child, children, kid, baby, toddler, son, daughter | 孩子, 小孩, 儿童, 宝宝
mattress | mattress | 床垫
earbuds | earbud, in-ear, earphone | 耳塞, 入耳式
headphones | headphone, headset | 耳机
sofa | sofa, couch, settee | 沙发
bed | bed | 床
wardrobe | wardrobe, closet, armoire | 衣柜, 衣橱
desk | desk | 书桌, 办公桌, 桌子
chair | chair, stool | 椅子, 椅
table | table | 餐桌, 茶几
lamp | lamp, light | 灯
shelf | shelf, shelves, bookcase, bookshelf | 书架, 架子
cabinet | cabinet, cupboard, sideboard, drawers | 柜子, 抽屉
electronics | electronic, electrical, gadget, appliance, device, laptop, phone, tablet, tv, telly, television, monitor, router, speaker | 电子产品, 电器, 家电, 电脑, 手机, 电视, 显示器, 路由器, 音箱
battery | battery, batteries, =aa, =aas, =aaa | 电池
furniture | furniture | 家具
parcel | parcel, package, box | 包裹, 箱子
cover | cover, cushion, fabric | 沙发套, 套子, 布料
wood | wood, wooden, oak, pine, veneer, timber | 木, 实木, 橡木
leather | leather | 皮, 真皮
`,
  plain: `
order | order, purchase, buy, bought, before i buy, =ordered, stuff | 订单, 购买, 买, 下单, 东西, 商品, 货
goods | product, item, goods, piece, unit, article | 产品, 物品, 件
shopself | shop, company, policy, rule, term, service, option, way, method, possible, allow, accept, able | 政策, 规定, 服务, 方式, 可以, 支持
sell | sell, stock, carry any, range | 卖, 出售, 有货
time | time, long, day, week, month, year, night, hour, minute, date, today, tomorrow, soon, now, currently, deadline, limit, late | 时间, 天, 周, 月, 年, 小时, 今天, 明天, 多久, 期限, 日期, 号, 日
place | where, place, location, address, town, city, near, nearby, nearest, =far, country, area, region, locally | 哪里, 哪儿, 地址, 地方, 城市, 附近, 国家, 地区
uk | uk, united kingdom, britain, england, wales, english, british, mainland | 英国, 英格兰, 威尔士, 本土
money | money, pound, quid, amount, total, spend, worth | 钱, 英镑, 镑, 金额
people | person, people, somebody, someone, customer, anyone | 人, 顾客, 客人
problem | problem, issue, wrong, trouble | 问题, 毛病
receive | receive, get, got, reach, have it | 收到, 拿到
work | work, do, make, happen, need, use | 用, 做
house | house, flat, apartment, property, place, address | 家里, 房子, 公寓, 家
`,
};

/** Words that ask nothing by themselves. */
const emptyWords = `
a an the this that these those it its they them their theirs there here i me my mine we us our ours you your yours he she him her his
is are was were be been being am do does did done doing have has had having can could will would shall should may might must
to of in on at by for from with without about into onto out up down over under between through during before after as than then
and or but if so because while when what which who whom whose how why whether not no nor yes any some all both each every
either neither other another such same just only also too very really quite still already yet ever never again more most
less least much many few lot lots bit little big new good well right okay ok oh um uh er hmm hi hello hey please thanks
thank cheers sorry excuse guys mate love dear sir madam want wants wanted wanna like likes liked know knows think thinks
thought wonder wondering wondered tell tells ask asks asking asked say says said see seen look looking looks find found go goes going
gonna gone come comes coming came take takes taken took let lets give gives gave put puts keep keeps thing things anything
something everything nothing question quick quickly basically actually exactly kind sort maybe perhaps probably
possibly currently im ive id ill youre youve dont doesnt didnt cant wont isnt arent wasnt couldnt wouldnt shouldnt hasnt havent theres thats whats
hows wheres whos lets one ones two myself yourself itself themselves someone's else though although until till since per via etc
help info information details explain understand mean means meant sure certain fine great nice able case instead
offer provide give run anyway whatever got get gets getting try trying tried hope hoping happen happens
`;

const emptyChinese = `
请问 你好 您好 你们 您们 我们 他们 咱们 我的 你的 您的 有没有 能不能 可不可以 是不是 会不会 要不要 行不行 怎么样 怎么 什么 多少 几个 为什么 如果 的话 一下 一个 一些 还是 还有
或者 但是 因为 所以 然后 那么 这个 那个 这些 那些 哪个 哪些 现在 已经 刚刚 刚才 可能 应该 需要 必须 想要 想 知道 告诉 问问 麻烦 谢谢 之内 以内 之后 以后 之前 以前 里面 出来 起来
关于 对于 比较 非常 特别 真的 其实 大概 左右 通常 一般 平时 平常 都 也 就 才 又 再 还 的 了 吗 呢 吧 啊 呀 嘛 哦 喔 我 你 您 他 她 它 们 是 在 有 没 不 要 能 会 可 以 行 给 把 被 让 到 从 和 跟 与 或 及
这 那 哪 几 多 少 很 太 最 更 个 次 下 上 里 后 前 内 外 中 为 对 向 于 而 且 如 何 么 么样 得 地 着 过 来 去 说 问 看 找 请 先 自己 一 两 二 三 号 吗 收 办 算 啥 咋
`;

const listed = (words: string): string[] => words.split(/\s+/u).filter(Boolean);

/** Words and characters that ask nothing. */
export const empty: Record<'en' | 'zh', ReadonlySet<string>> = {
  en: new Set(listed(emptyWords)),
  zh: new Set(listed(emptyChinese)),
};

interface Phrase {
  text: string;
  concept: string;
}

function read() {
  const concepts = new Map<string, Concept>();
  const english: Phrase[] = [];
  const chinese: Phrase[] = [];
  for (const [kind, table] of Object.entries(tables)) {
    for (const line of table.trim().split('\n')) {
      const [name = '', en = '', zh = ''] = line.split('|').map((part) => part.trim());
      concepts.set(name, { name, kind: kind as ConceptKind });
      const phrases = (list: string) =>
        list
          .split(',')
          .map((text) => ({ text: text.trim(), concept: name }))
          .filter(({ text }) => text !== '');
      english.push(...phrases(en));
      chinese.push(...phrases(zh));
    }
  }
  return { concepts, english, chinese };
}

export const lexicon = read();
