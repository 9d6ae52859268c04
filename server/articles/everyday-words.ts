import { stem } from './stem.ts';

/**
 * Everyday words that stand for much the same when a shop writes them and a shopper says them: one group a line. A word
 * may belong to the lexicon instead; there it is a topic.
 */
const english = `
phone mobile handset smartphone cellphone cell iphone android
computer laptop macbook notebook pc chromebook desktop
tablet ipad
television tv telly
screen display monitor panel
photo picture image snap pic
file document data backup
charger plug adapter adaptor socket
cable lead wire cord
cartridge ink toner
headphone headset earphone earbud
console playstation xbox nintendo
fridge refrigerator freezer
washer washing laundry
cooker oven stove hob cooktop range
microwave toaster kettle
hoover vacuum
pan saucepan frying skillet wok pot casserole
knife blade
sharp sharpen blunt dull edge
axe hatchet machete
cup mug glass tumbler
plate bowl dish crockery
cutlery fork spoon
tin can jar
wine beer alcohol spirit booze liquor
food grocery meal
cake bread pastry bakery
allergy allergen allergic intolerance
vegan vegetarian
plant shrub flower perennial bush hedge bloom
tree sapling
seed sow sowing
sprout germinate grow
soil topsoil compost earth potting
gravel sand bark mulch
lawn grass turf
mower lawnmower strimmer
frost frozen freeze cold winter
poison poisonous toxic harm harmful
bike bicycle cycle ebike
car vehicle automobile
lorry truck
tyre wheel
tent rucksack backpack
shoe boot trainer sneaker footwear
shirt blouse top tee jumper sweater
trouser jean legging
dress skirt gown
coat jacket parka anorak
size sizing
shrink shrunk
zip zipper
ring necklace bracelet jewellery jewelry earring
watch strap
book novel paperback
toy game puzzle
pram pushchair buggy stroller
nappy diaper
cot crib
curtain blind drape
rug carpet
paint colour color shade
tile floor flooring
wallpaper
bathroom bath shower
toilet loo
tap faucet
boiler heating radiator
light lamp bulb lighting
candle
cushion pillow
duvet quilt bedding
towel linen
mattress
wood timber
glass window
alarm lock key
ticket pass
course class lesson workshop evening training
wedding marry bride engaged
registry list
birthday anniversary
gift present
party event function
school college pupil trainee apprentice learner
child kid toddler baby
teenager teen youth
adult grown
pensioner senior elderly
nurse doctor
soldier military army veteran
neighbour neighbor
friend mate
visitor guest
technician engineer fitter specialist expert
staff employee worker assistant
manager boss
driver courier deliveryman crew
insurance cover insure protection policy
steal stolen theft nick pinch rob thief burglary
drop fall spill knock smash
water liquid moisture wet
leak drip
scratch mark scuff dent blemish
spot speck dot pixel
black dark
flicker flash blink
noise noisy loud rattle hum
smell odour stink
rust corrode
peel flake chip
wear worn fade
tear rip torn hole
dirty filthy muddy
empty drain drained
heavy weigh weight
light lightweight
cheap dear expensive cost price
grant subsidy bonus rebate incentive
efficient efficiency
lend loan lent courtesy borrow temporary
rent hire lease rental
reserve hold aside keep
book appointment slot
wait queue
contract tie tied plan
network provider carrier sim operator
subscription subscribe
quit stop leave end terminate withdraw
join sign register enrol
renew renewed refurbished reconditioned
used secondhand preowned
new unused
upgrade improve
memory ram module
storage disk drive ssd
battery accumulator cell
solar panel
charge charging recharge
wireless wifi broadband internet
password login account
email mail
letter post postal mailing
text sms message
call ring telephone
chat message
website site online web
app application
branch shop store showroom outlet
till checkout counter desk
entrance door ramp
lift elevator
stair step
wheelchair mobility disabled access
park parking
bus train tram station
café cafe coffee restaurant
dog puppy
cat kitten
pet animal
licence license permit
identity id passport
age old
photo passport
form paperwork
invoice receipt bill
proof evidence
tax vat
customs duty
bank account
cash coin note
cheque check
deposit downpayment
voucher coupon
point star leaf stamp
expire lapse expiry
share split
group team party
company business firm
charity donate donation
recycle recycling
rubbish waste trash dispose
packaging carton wrapping
box parcel package
pallet crate
bulk volume quantity
kerb curb pavement roadside
garden yard
narrow tight
road street lane drive
wall hedge fence
roof ceiling
van lorry
fuel petrol diesel
gas propane butane
bottle cylinder canister
bbq barbecue grill
organic natural
peat
handmade craft
british local
safe safety
fire flame
danger dangerous hazard
recall
damage harm spoil
iron ironing
dry drying tumble
wash washing launder
clean cleaning wipe
oil grease
coat coating layer
dishwasher
stain mark
fabric cloth textile material
leather hide
metal steel aluminium
plastic
copper brass
stone marble granite
sample swatch tester
measure measuring measurement
custom bespoke tailor tailored
engrave engraving personalise monogram
alter alteration adjust
cut trim
hang mount hook
connect hook plumb attach
fit fitting install installation
assemble build
remove removal
deliver delivery
track trace
lose lost
find found
delay late
cancel call
swap exchange change
return back
refund reimburse
keep retain
try trial test
demo demonstrate demonstration
advice advise consult consultation help
lucky prize win competition raffle
job vacancy career hire
invest share shareholder
`;

const chinese = `
手机 电话机
电脑 笔记本 笔记本电脑
平板 平板电脑
屏幕 显示器 显示屏 屏
黑点 暗点 坏点 亮点
碎 摔 摔坏 摔碎 跌落
偷 被偷 被盗 盗
进水 泡水 洒水
维修 修理 修 送修
备用机 代用机 借用
押金 保证金
延保 加保 保险
洗衣机 洗碗机
接管 接水管 接水 接管道
燃气灶 煤气灶 灶
燃气 煤气
预留 留货 留着 预定 预订
菜刀 刀 刀具
磨 磨刀 钝
电磁炉 灶具
课 课程 上课 班 学
狗 宠物 猫
花 植物 树
种子 发芽
霜 冻 冷
停车 车位
`;

function read(): Map<string, string> {
  const groups = new Map<string, string>();
  for (const line of english.trim().split('\n')) {
    const words = line.split(' ').map((word) => stem(word));
    const name = `~${words[0]}`;
    for (const word of words) if (!groups.has(word)) groups.set(word, name);
  }
  return groups;
}

/** The group of an English word's stem. */
export const groupOf: ReadonlyMap<string, string> = read();

/** Chinese words in groups: the phrase, and the group's name. */
export const chineseGroups: readonly [phrase: string, group: string][] = chinese
  .trim()
  .split('\n')
  .flatMap((line) => {
    const words = line.split(' ');
    return words.map((word): [string, string] => [word, `~${words[0]}`]);
  });
