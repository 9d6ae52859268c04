/**
 * Takes out of text what nobody should keep though somebody said or typed it: numbers of payment cards, and passwords,
 * codes and keys that are called so. Applied wherever people's words are stored. Order and tracking numbers stay.
 * What was taken out is named in its place; doing it twice changes nothing.
 */
export function redact(text: string): string {
  return redactSecrets(redactCards(text));
}

/** The same for what is logged, where email addresses have no business either. */
export function redactForLog(text: string): string {
  return redact(text).replace(emailAddress, '[email]');
}

/** Fields that hold what the shop and its carriers made: a parcel's number may look like a card's. */
const ofTheShop = new Set(['id', 'number', 'order', 'trackingNumber']);

/** Every text inside a value that is stored as JSON, but keys and numbers of orders and parcels. */
export function redactDeep<Value>(value: Value): Value {
  return deep(value) as Value;
}

function deep(value: unknown): unknown {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map(deep);
  if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, ofTheShop.has(key) ? inner : deep(inner)]),
    );
  return value;
}

const emailAddress = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu;

/** Digits in groups as they are read out or printed; a full-width digit is one. */
const digitRun = /[0-9０-９](?:[ .-]{0,2}[0-9０-９]){11,47}/g;
const digit = /[0-9０-９]/g;
const ofAnOrder = /(?:order|track|parcel|shipment|consignment|invoice|订单|运单|快递|单号)/i;
const ofACard = /(?:card|visa|master|amex|credit|debit|卡)/i;

function redactCards(text: string): string {
  return text.replace(digitRun, (run: string, at: number) => {
    const before = text.slice(Math.max(0, at - 60), at);
    if (ofAnOrder.test(before) && !ofACard.test(before)) return run;
    return withoutCards(run);
  });
}

/** Any groups in a row that make a card's number: a date or a code may stand behind it. */
function withoutCards(run: string): string {
  const places = [...run.matchAll(digit)].map(({ index }) => index);
  const digits = places
    .map((place) => run[place])
    .join('')
    .normalize('NFKC');
  /** Whether the digit begins a group; one past the last does, too. */
  const begins = (nth: number) => nth === 0 || places[nth] !== (places[nth - 1] ?? 0) + 1;
  for (let first = 0; first + shortestCard <= digits.length; first++) {
    if (!begins(first)) continue;
    for (let length = Math.min(longestCard, digits.length - first); length >= shortestCard; length--) {
      if (!begins(first + length) || !isCardNumber(digits.slice(first, first + length))) continue;
      const end = (places[first + length - 1] ?? run.length) + 1;
      return `${run.slice(0, places[first])}[card number]${withoutCards(run.slice(end))}`;
    }
  }
  return run;
}

const [shortestCard, longestCard] = [13, 19];
/** First digits and lengths that card schemes give out (ISO/IEC 7812). */
const scheme =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|(?:5[1-5]\d{2}|222[1-9]|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|35(?:2[89]|[3-8]\d)\d{12}|6(?:011|22\d|4[4-9]\d|5\d{2})\d{12,15}|62\d{14,17})$/;

const isCardNumber = (digits: string): boolean => scheme.test(digits) && passesLuhn(digits);

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const value = Number(digits[digits.length - 1 - place]) * (place % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

/** Words after "password is" that begin a remark about it. */
const remark =
  "(?:not|wrong|right|correct|incorrect|invalid|expired|reset|forgotten|lost|too|no|a|an|the|being|still|also|never|always|very|what|where|how|required|needed|rejected|refused|accepted|working|in|on|for|that|this|weak|strong|missing|unknown|old|new|changed|different|same|broken|blocked|asked|isn't|doesn't|and|or|but|because)(?![\\p{L}\\p{N}'-])";

const secrets: [pattern: RegExp, replacement: string][] = [
  // "my password is hunter2", "passwort: hunter2", "密码是hunter2"
  [
    new RegExp(
      `((?:password|passcode|passphrase|passwort|pass word|secret key|api key|access token)[ \\t]{0,3}(?:is|was|:|=|to|are)[ \\t]{0,3}["'“‘]?)(?!${remark})[^\\s"'”’]{3,128}`,
      'giu',
    ),
    '$1[password]',
  ],
  [
    /((?:密码|口令)[ \t]{0,3}(?:是|为|：|:|=)[ \t]{0,3}["“]?)[^\s\p{Script=Han}，。；！？"”]{3,128}/gu,
    '$1[password]',
  ],
  // A pin of wood has no digits.
  [
    /((?<![\p{L}\p{N}])(?:pin|pin code|pin number|cvv2?|cvc2?|security code|verification code|验证码|安全码)[ \t]{0,3}(?:is|was|:|=|是|：|为)?[ \t]{0,3})[0-9]{3,8}(?![\p{L}\p{N}])/giu,
    '$1[code]',
  ],
  [/eyJ[\w-]{8,2048}\.[\w-]{8,4096}\.[\w-]{8,2048}/g, '[token]'],
  [/(?<![\p{L}\p{N}])(?:sk|pk|rk|whsec)_[\w-]{12,256}/gu, '[token]'],
  [/(?<![\p{L}\p{N}])(?:gh[opsur]_\w{20,255}|AKIA[0-9A-Z]{16})(?![\p{L}\p{N}])/gu, '[token]'],
  [/(bearer[ \t]{1,3})[\w.~+/=-]{16,4096}/gi, '$1[token]'],
  [
    /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\w+/=\s]{0,8192}(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?/g,
    '[private key]',
  ],
];

const redactSecrets = (text: string): string =>
  secrets.reduce((left, [pattern, replacement]) => left.replace(pattern, replacement), text);
