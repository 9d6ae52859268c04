import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import { HexkeyError } from './errors.ts';
import { fromRoot } from './paths.ts';
import { schemaFaults } from './schema-faults.ts';

const server = {
  HOST: Type.String({
    default: '127.0.0.1',
    examples: ['0.0.0.0'],
    description: 'Address to listen on; 0.0.0.0 is every network.',
  }),
  PORT: Type.Integer({
    default: 8787,
    minimum: 0,
    maximum: 65535,
    examples: [80],
    description: 'TCP port; 0 picks a free one.',
  }),
  HEXKEY_PUBLIC_URL: Type.Optional(
    Type.String({
      pattern: '^https?://[^/?#]+/?$',
      examples: ['https://support.example.com'],
      description:
        'Address under which browsers reach this server where a proxy stands before it: https://support.example.com.',
    }),
  ),
  HEXKEY_PROXIES: Type.String({
    default: '',
    pattern: '^(\\s*[0-9a-fA-F.:]+(/\\d{1,3})?\\s*(,|$))*$',
    examples: ['127.0.0.1,192.0.2.0/24'],
    description:
      'Comma-separated addresses or ranges (192.0.2.0/24) of your proxies: what they say of who asks is believed, so that limits count each visitor.',
  }),
  HEXKEY_DATA: Type.String({
    default: fromRoot('data'),
    examples: ['/var/lib/hexkey'],
    description: 'Folder of the embedded store and generated secrets.',
  }),
  DATABASE_URL: Type.Optional(
    Type.String({
      examples: ['postgres://hexkey:password@localhost:5432/hexkey'],
      description: 'PostgreSQL address; without it the embedded store is used.',
    }),
  ),
  HEXKEY_LOG: Type.Enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
    default: 'info',
    examples: ['warn'],
    description: 'The least of what is logged; logs hold no words, names or addresses.',
  }),
  HEXKEY_METRICS_TOKEN: Type.Optional(
    Type.String({
      minLength: 16,
      pattern: '^[!-~]+$',
      writeOnly: true,
      description: "Lets Prometheus read /metrics as a bearer token; the shop's key does so, too.",
    }),
  ),
  HEXKEY_DOCS: Type.Optional(
    Type.Boolean({
      examples: [false],
      description: 'Show the API at /docs; where unset, as long as the demo is on.',
    }),
  ),
};

const shop = {
  HEXKEY_DEMO: Type.Boolean({
    default: true,
    examples: [false],
    description:
      'Fill an empty store with the demo shop, issue demo tokens, and offer its staff at the desk.',
  }),
  HEXKEY_ORIGINS: Type.String({
    default: '',
    examples: ['https://www.shop.example,https://shop.example'],
    description: 'Comma-separated origins of the shop pages that may embed Hexkey, beside its own.',
  }),
  HEXKEY_PICTURE_ORIGINS: Type.String({
    default: '',
    pattern: '^(\\s*https?://[^\\s,;/]+/?\\s*(,|$))*$',
    examples: ['https://cdn.shop.example'],
    description: "Comma-separated origins that pages may show products' pictures from, beside their own.",
  }),
  HEXKEY_SHOP_KEY: Type.Optional(
    Type.String({
      minLength: 32,
      pattern: '^[!-~]+$',
      writeOnly: true,
      description:
        "Lets the shop's own back end send products, customers and orders. Made at first start where unset.",
    }),
  ),
  HEXKEY_TOKEN_SECRET: Type.Optional(
    Type.String({
      minLength: 32,
      writeOnly: true,
      description: "Signs shopper tokens; the shop's site holds the same. Made at first start where unset.",
    }),
  ),
  HEXKEY_WEBHOOK_SECRET: Type.Optional(
    Type.String({
      minLength: 32,
      writeOnly: true,
      description: 'Signs carrier webhooks. Made at first start where unset.',
    }),
  ),
  HEXKEY_CARRIERS_SHARE_SECRET: Type.Boolean({
    default: false,
    examples: [true],
    description:
      'Also take webhooks that carriers sign in the old way: with the one webhook secret, over time and body alone. Any carrier can then speak for another.',
  }),
  HEXKEY_TIME_ZONE: Type.String({
    default: 'Europe/London',
    examples: ['Europe/Berlin'],
    description: "The shop's time zone (IANA name): promised days are its calendar days.",
  }),
  HEXKEY_ARTICLES: Type.Optional(
    Type.String({
      examples: ['/srv/shop/articles'],
      description:
        'Folder of Markdown files in which the shop says how it does things (docs/articles.md); read at start.',
    }),
  ),
};

const speech = {
  HEXKEY_RECOGNISER: Type.String({
    default: 'moonshine-tiny',
    examples: ['moonshine-base', 'onnx-community/whisper-base:zh'],
    description:
      'moonshine-tiny, moonshine-base, or the name of a Hugging Face speech model such as onnx-community/whisper-base; onnx-community/whisper-base:zh also names the language to listen for.',
  }),
  HEXKEY_THREADS: Type.Integer({
    default: 0,
    minimum: 0,
    examples: [4],
    description: 'Recogniser threads; 0 takes one a core.',
  }),
  HEXKEY_UNDERSTANDER: Type.Optional(
    Type.String({
      pattern: '^https?://[^?#]+$',
      examples: ['http://127.0.0.1:8000/v1'],
      description:
        'A chat endpoint of the OpenAI protocol that is asked what an utterance means where our own reading is unsure (docs/understanding.md).',
    }),
  ),
  HEXKEY_UNDERSTANDER_MODEL: Type.String({
    default: 'default',
    examples: ['qwen3-4b-instruct'],
    description: 'The model to name to that endpoint.',
  }),
  HEXKEY_UNDERSTANDER_KEY: Type.Optional(
    Type.String({
      pattern: '^[!-~]+$',
      writeOnly: true,
      description: 'Sent to that endpoint as a bearer token.',
    }),
  ),
  HEXKEY_MODELS: Type.String({
    default: fromRoot('models', 'cache'),
    examples: ['/var/lib/hexkey/models'],
    description: 'Folder in which fetched models are kept.',
  }),
  HEXKEY_MODELS_MIRROR: Type.Optional(
    Type.String({
      pattern: '^(file|https?)://',
      examples: ['file:///srv/models', 'https://models.example.com/hexkey'],
      description:
        'Where models come from instead of the npm registry: a file:// folder or an http(s) address that holds <sha256> or <id>/<file>.',
    }),
  ),
  npm_config_registry: Type.String({
    default: 'https://registry.npmjs.org/',
    pattern: '^https?://',
    examples: ['https://npm.example.com/'],
    description: 'The npm registry; npm sets it from .npmrc.',
  }),
};

const staff = {
  HEXKEY_OIDC_ISSUER: Type.Optional(
    Type.String({
      pattern: '^(https://|http://(localhost|127\\.0\\.0\\.1)[:/])',
      examples: ['https://login.example.com'],
      description: "The shop's identity provider: staff sign in with it beside their passwords.",
    }),
  ),
  HEXKEY_OIDC_CLIENT_ID: Type.Optional(
    Type.String({ examples: ['hexkey'], description: 'What the provider knows Hexkey by.' }),
  ),
  HEXKEY_OIDC_CLIENT_SECRET: Type.Optional(
    Type.String({ writeOnly: true, description: 'The secret that goes with it.' }),
  ),
  HEXKEY_OIDC_NAME: Type.Optional(
    Type.String({
      maxLength: 60,
      examples: ['Staff account'],
      description: "The provider's name on the button; its host where unset.",
    }),
  ),
};

const calls = {
  HEXKEY_MEDIA_WORKERS: Type.Integer({
    default: 0,
    minimum: 0,
    maximum: 64,
    examples: [2],
    description: 'Media workers; 0 takes one a core.',
  }),
  HEXKEY_MEDIA_PORT: Type.Integer({
    default: 44_800,
    minimum: 0,
    maximum: 65_000,
    examples: [50000],
    description: 'UDP and TCP port of the first media worker, the next one has the next; 0 picks free ones.',
  }),
  HEXKEY_MEDIA_ANNOUNCED: Type.Optional(
    Type.String({
      examples: ['203.0.113.7'],
      description:
        'Address at which callers reach the media ports where it is not HOST: the public one behind NAT.',
    }),
  ),
  HEXKEY_TURN_URLS: Type.String({
    default: '',
    pattern: '^(\\s*(stun|turn)s?:[^\\s,]+\\s*(,|$))*$',
    examples: ['stun:turn.example.com:3478,turn:turn.example.com:3478'],
    description:
      'Comma-separated stun:, turn: and turns: addresses for callers behind strict networks; turn: ones need HEXKEY_TURN_SECRET.',
  }),
  HEXKEY_TURN_SECRET: Type.Optional(
    Type.String({
      minLength: 16,
      writeOnly: true,
      description: "The TURN server's static-auth-secret: credentials are made from it.",
    }),
  ),
  HEXKEY_RECORDING: Type.Boolean({
    default: false,
    examples: [true],
    description: 'Record calls. Everybody in a call is told before and while it is recorded.',
  }),
  MEDIASOUP_WORKER_BIN: Type.Optional(
    Type.String({
      examples: ['/opt/mediasoup/mediasoup-worker'],
      description: 'A media worker of your own in place of the one that `npm run media:build` makes.',
    }),
  ),
  XDG_CACHE_HOME: Type.Optional(
    Type.String({
      examples: ['/var/cache'],
      description: 'Where built media workers are kept, in the folder hexkey; without it ~/.cache.',
    }),
  ),
};

const retention = {
  HEXKEY_CONVERSATION_DAYS: Type.Integer({
    default: 365,
    minimum: 1,
    maximum: 3650,
    examples: [90],
    description:
      'Days after its last word for which a conversation is kept, with its hand-offs, notes, tickets and calls. Open tickets keep theirs.',
  }),
  HEXKEY_STILL_DAYS: Type.Integer({
    default: 30,
    minimum: 1,
    maximum: 3650,
    examples: [14],
    description: 'Days for which photos taken in calls are kept.',
  }),
  HEXKEY_RECORDING_DAYS: Type.Integer({
    default: 30,
    minimum: 1,
    maximum: 3650,
    examples: [14],
    description: 'Days for which recordings of calls are kept.',
  }),
};

/** The settings by what they are about; docs/configuration.md and .env.example are written in this order. */
export const settingSections = {
  'Server and data': server,
  'The shop': shop,
  'Speech, understanding and models': speech,
  'Staff signing in': staff,
  'Live calls': calls,
  'How long things are kept': retention,
};

/** Every setting, read from the environment once. The name in capitals is the variable. */
export const Settings = Type.Object({
  ...server,
  ...shop,
  ...speech,
  ...staff,
  ...calls,
  ...retention,
});
export type Settings = Static<typeof Settings>;

/** Throws a coded error naming each wrong variable and what it takes. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(
    Object.keys(Settings.properties)
      .map((name) => [name, environment[name]] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const value = Value.Convert(Settings, Value.Default(Settings, given));
  if (Value.Check(Settings, value)) return value;
  const wrong = schemaFaults(Value.Errors(Settings, value), 'the settings');
  throw new HexkeyError(
    'bad_request',
    `Wrong settings: ${wrong.join('; ')}. docs/configuration.md says what each takes.`,
  );
}
