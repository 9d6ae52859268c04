/** What people say for a property, in both languages, and what stands in the catalogue for it. */
export interface Property {
  name: string;
  /** How it is asked for. */
  asked: RegExp;
  /** Matches what a product has of it. */
  has: RegExp;
  /** A product with anything of this has not the property as a whole. */
  spoiltBy?: RegExp;
  /** Is no such thing, though it reads like one: "oak veneer" is no solid oak. */
  not?: RegExp;
}

const solid =
  /^(?:solid )?(?:oak|pine|birch|beech|ash|walnut|acacia|bamboo|maple|cherry|teak|mahogany)(?: frame)?$/iu;

/** Families of materials. Each is held against every one of a product's materials. */
export const materialFamilies: readonly Property[] = [
  {
    name: 'solid wood',
    asked:
      /\b(?:real|solid|genuine|proper|actual|pure) (?:wood|wooden|timber)\b|\bsolid wooden\b|实木|真木头|纯木/giu,
    has: solid,
    spoiltBy: /veneer|board|laminate|plywood|mdf/iu,
  },
  {
    name: 'real leather',
    asked: /\b(?:real|genuine|proper|full[- ]grain) leather\b|真皮/giu,
    has: /\bleather\b/iu,
    not: /\b(?:protein|faux|vegan|artificial|imitation|pu) leather\b/iu,
  },
  {
    name: 'leather',
    asked: /\b(?:leather|leatherette|faux leather)\b|皮革|皮质|皮的|皮(?=沙发|椅)|(?<=[要是])皮/giu,
    has: /leather/iu,
  },
  {
    name: 'wood',
    asked: /\b(?:wood|wooden|timber)\b|木头|木质|木制|木的|木料/giu,
    has: /\b(?:oak|pine|birch|beech|ash|walnut|acacia|bamboo|plywood|wood|veneer|maple|cherry|teak)\b/iu,
  },
  { name: 'veneer', asked: /\bveneer(?:ed)?\b|贴皮|木皮/giu, has: /veneer/iu },
  {
    name: 'particle board',
    asked: /\b(?:particle ?board|chip ?board|mdf|pressboard)\b|刨花板|密度板/giu,
    has: /particle board|chipboard|\bmdf\b/iu,
  },
  { name: 'metal', asked: /\bmetal(?:lic)?\b|金属/giu, has: /steel|alumin|copper|iron|brass|metal/iu },
  { name: 'steel', asked: /\bsteel\b|钢/giu, has: /steel/iu },
  { name: 'aluminium', asked: /\balumini?um\b|铝/giu, has: /alumin/iu },
  { name: 'glass', asked: /\bglass\b|玻璃/giu, has: /glass/iu },
  { name: 'plastic', asked: /\bplastic\b|塑料/giu, has: /plastic|nylon/iu },
  {
    name: 'fabric',
    asked: /\b(?:fabric|cloth|textile|upholstered)\b|布艺|布料|布的/giu,
    has: /cotton|wool|linen|polyester|fabric|mesh/iu,
  },
  { name: 'wool', asked: /\bwool(?:len)?\b|羊毛/giu, has: /wool/iu },
  { name: 'cotton', asked: /\bcotton\b|棉/giu, has: /cotton/iu },
  { name: 'foam', asked: /\b(?:memory )?foam\b|海绵|记忆棉/giu, has: /foam/iu },
  { name: 'oak', asked: /\boak\b|橡木/giu, has: /\boak\b/iu },
  { name: 'pine', asked: /\bpine\b|松木/giu, has: /\bpine\b/iu },
  { name: 'birch', asked: /\bbirch\b|桦木/giu, has: /\bbirch\b/iu },
  { name: 'beech', asked: /\bbeech\b|榉木/giu, has: /\bbeech\b/iu },
  { name: 'ash', asked: /\bash(?: wood)?\b|白蜡木/giu, has: /\bash\b/iu },
  { name: 'walnut', asked: /\bwalnut\b|胡桃木/giu, has: /\bwalnut\b/iu },
  { name: 'acacia', asked: /\bacacia\b|相思木|金合欢/giu, has: /\bacacia\b/iu },
  { name: 'bamboo', asked: /\bbamboo\b|竹/giu, has: /\bbamboo\b/iu },
];

/** Colours, each with the shades that count as it. */
export const colours: readonly Property[] = [
  { name: 'white', asked: /\bwhite\b|白色|白的|纯白/giu, has: /\b(?:white|cream|ivory)\b/iu },
  { name: 'black', asked: /\bblack\b|黑色|黑的|纯黑/giu, has: /\b(?:black|ebony)\b/iu },
  {
    name: 'grey',
    asked: /\bgr[ae]y\b|灰色|灰的/giu,
    has: /\b(?:gr[ae]y|graphite|slate|charcoal|anthracite|silver)\b/iu,
  },
  {
    name: 'dark',
    asked: /\bdark(?:er)?(?: colou?red| colou?rs?)?\b|深色/giu,
    has: /\b(?:black|graphite|slate|charcoal|walnut|dark)\b/iu,
  },
  { name: 'green', asked: /\bgreen\b|绿色|绿的/giu, has: /\b(?:green|sage|moss|mint|olive)\b/iu },
  { name: 'blue', asked: /\bblue\b|蓝色|蓝的/giu, has: /\b(?:blue|navy|teal)\b/iu },
  { name: 'red', asked: /\bred\b|红色|红的/giu, has: /\b(?:red|rust|coral|burgundy)\b/iu },
  { name: 'yellow', asked: /\byellow\b|黄色|黄的/giu, has: /\b(?:yellow|mustard)\b/iu },
  { name: 'pink', asked: /\bpink\b|粉色|粉红/giu, has: /\b(?:pink|coral|rose)\b/iu },
  { name: 'brown', asked: /\bbrown\b|棕色|褐色/giu, has: /\b(?:brown|walnut|oak|rust)\b/iu },
  {
    name: 'beige',
    asked: /\b(?:beige|sand|cream)\b|米色|米白/giu,
    has: /\b(?:beige|oatmeal|sand|cream|stone)\b/iu,
  },
  { name: 'silver', asked: /\bsilver\b|银色/giu, has: /\b(?:silver|steel|aluminium)\b/iu },
];

/** Held against a product's name, description and facts as one text. `not` speaks against it there. */
export const features: readonly Property[] = [
  {
    name: 'wheels',
    asked: /\b(?:wheels?|castors?|casters?|wheeled|on wheels|rolls)\b|轮子|带轮|滚轮/giu,
    has: /\b(?:castors?|wheels?)\b/iu,
  },
  { name: 'drawers', asked: /\bdrawers?(?! (?:unit|chest))\b|抽屉/giu, has: /\bdrawers?\b/iu },
  {
    name: 'doors',
    asked: /(?<!through (?:a|the|my) )\b(?:with|has|have|no|without|any) doors?\b|带门/giu,
    has: /\bdoors?\b/iu,
    not: /at the door/iu,
  },
  { name: 'sliding doors', asked: /\bsliding(?: doors?)?\b|推拉门|滑门/giu, has: /\bsliding\b/iu },
  { name: 'mirror', asked: /\bmirror(?:s|ed)?(?= door|s?\b)|镜面|带镜/giu, has: /\bmirror(?:ed)?\b/iu },
  {
    name: 'shelves',
    asked: /\b(?:with|has|have|no|without) (?:\w+ )?shel(?:f|ves)\b|带层板|带搁板/giu,
    has: /\bshel(?:f|ves)\b/iu,
  },
  {
    name: 'storage',
    asked: /\bstorage\b|储物|收纳/giu,
    has: /\b(?:storage|drawers?|lid|room for (?:two )?blankets|holds paper|shel(?:f|ves))\b/iu,
  },
  {
    name: 'folds away',
    asked: /\b(?:fold(?:s|ing|able)?|folds? (?:away|flat|down)|collapsible|drop[- ]leaf)\b|折叠|可收起/giu,
    has: /\b(?:folds?|drop-leaf|folding|from a console)\b/iu,
  },
  {
    name: 'extends',
    asked: /\b(?:extend(?:s|able|ing)?|expand(?:s|able)?|pull[- ]out leaf|extra leaf)\b|可伸缩|加长/giu,
    has: /\b(?:leaf|extends?|from a console)\b/iu,
  },
  {
    name: 'height adjustable',
    asked:
      /\b(?:height[- ]adjustable|adjustable height|sit[- ]stand|standing desk|stand(?:ing)? up at|goes up and down|raise)\b|升降/giu,
    has: /\b(?:from \d+ to \d+ cm at|standing desk|base heights?)\b/iu,
  },
  {
    name: 'adjustable shelves',
    asked: /\badjustable shel(?:f|ves)\b|可调层板/giu,
    has: /\b(?:adjustable shelves|of them adjustable)\b/iu,
  },
  {
    name: 'removable covers',
    asked:
      /\b(?:(?:removable|washable|loose) covers?|covers? (?:that )?(?:come off|can be washed|go in the wash))\b|可拆洗|可以洗/giu,
    has: /\b(?:loose covers|covers at \d+ degrees)\b/iu,
  },
  {
    name: 'waterproof',
    asked: /\b(?:water[- ]?(?:proof|resistant)|splash[- ]?proof)\b|防水/giu,
    has: /\b(?:IP\w?\d|goes in the shower|moisture-proof)/iu,
  },
  {
    name: 'for outdoors',
    asked: /\b(?:outdoors?|outside|garden|patio|balcony)\b|户外|花园|阳台/giu,
    has: /\b(?:stays outside|garden)\b/iu,
  },
  {
    name: 'wireless',
    asked: /\b(?:wireless|cordless|bluetooth)\b|无线|蓝牙/giu,
    has: /\b(?:wireless|bluetooth|wi-fi \d|battery)\b/iu,
  },
  { name: 'USB-C', asked: /\busb[- ]?c\b/giu, has: /\bUSB-C\b/iu },
  { name: 'HDMI', asked: /\bhdmi\b/giu, has: /\bHDMI\b/iu },
  { name: 'left or right', asked: /\bleft or right\b|左右/giu, has: /\bleft or right\b/iu },
  { name: 'arms', asked: /\barm ?rests?\b|\bwith arms\b|扶手/giu, has: /\barms?\b/iu },
  {
    name: 'no drilling',
    asked: /\b(?:no|without) drilling\b|\bdrill[- ]free\b|免打孔|不用打孔/giu,
    has: /^(?![\s\S]*\b(?:drill|must be fixed)\b)/iu,
  },
  {
    name: 'no assembly',
    asked:
      /\b(?:no|without) assembly\b|\b(?:already|ready|pre-?) ?assembled\b|\bready to use\b|免安装|不用组装/giu,
    has: /\bready out of the box\b/iu,
  },
];

/** Nouns that belong in a room, where a shopper names the room and nothing else. */
export const rooms: readonly { name: string; asked: RegExp; nouns: RegExp }[] = [
  {
    name: 'bedroom',
    asked: /\bbedroom\b|卧室/iu,
    nouns: /\b(?:bed|wardrobe|bedside table|chest of drawers|mattress|mirror)$/iu,
  },
  {
    name: 'living room',
    asked: /\b(?:living room|lounge|sitting room)\b|客厅/iu,
    nouns:
      /\b(?:sofa|sofa bed|armchair|footstool|coffee table|side table|TV bench|sideboard|floor lamp|bookcase|television|soundbar)$/iu,
  },
  {
    name: 'kitchen',
    asked: /\bkitchen\b|厨房/iu,
    nouns: /\b(?:kitchen trolley|bar stool|kettle|drop-leaf table|dining table)$/iu,
  },
  {
    name: 'dining room',
    asked: /\bdining room\b|餐厅/iu,
    nouns: /\b(?:dining table|dining chair|sideboard)$/iu,
  },
  { name: 'bathroom', asked: /\bbathroom\b|浴室|卫生间/iu, nouns: /\bbathroom cabinet$/iu },
  {
    name: 'hall',
    asked: /\b(?:hall|hallway|entrance)\b(?! (?:is|wide))|玄关|门厅|走廊/iu,
    nouns: /\b(?:coat rack|shoe cabinet|mirror|doorbell)$/iu,
  },
  {
    name: 'office',
    asked: /\b(?:home office|office|study)\b(?! (?:chair|desk))|书房|办公室/iu,
    nouns: /\b(?:desk|office chair|bookcase|desk lamp|monitor|keyboard|mouse|printer)$/iu,
  },
  {
    name: 'nursery',
    asked: /\b(?:nursery|kids'? room|children'?s room|baby room)\b|儿童房|婴儿房/iu,
    nouns: /\b(?:cot|toy chest|bunk bed)$/iu,
  },
  { name: 'garden', asked: /\b(?:garden|patio|balcony)\b(?! bench)|花园|阳台/iu, nouns: /\bgarden bench$/iu },
];
