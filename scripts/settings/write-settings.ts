import { type DescribedSetting, describedSettings } from './described-settings.ts';

/** docs/configuration.md: every setting with what it takes, its default and an example. */
export function configurationPage(): string {
  const lines = [
    '# Configuration',
    '',
    '<!-- Written by `npm run docs:settings` from server/config.ts; edit the descriptions there. -->',
    '',
    'Hexkey is set up by environment variables. `npm start`, `npm run dev`, `npm run admin`, `npm run models` and',
    '`npm run media:build` also read them from a file named `.env` in the project’s folder: copy `.env.example` to',
    'begin. What stands in the environment counts before the file, and `HEXKEY_ENV_FILE` names another file, or none',
    'where it is empty. An empty value is as good as none. Wrong values are all named at once, and nothing starts.',
    '',
    'The secrets of shop and carriers that are not set are made at the first start and kept in `secrets.json` in the',
    'folder of `HEXKEY_DATA`.',
  ];
  for (const { title, settings } of describedSettings())
    lines.push('', `## ${title}`, ...settings.flatMap(entry));
  return `${lines.join('\n')}\n`;
}

function entry(setting: DescribedSetting): string[] {
  const { name, description, takes, examples, secret } = setting;
  const usual =
    setting.default === undefined ? 'not set' : setting.default === '' ? 'empty' : `\`${setting.default}\``;
  return [
    '',
    `### ${name}`,
    '',
    inText(description),
    '',
    ...(takes === 'text' ? [] : [`- Takes ${takes}${secret ? '; a secret' : ''}`]),
    `- Default: ${usual}`,
    ...(examples.length > 0
      ? [`- Example: ${examples.map((example) => `\`${name}=${example}\``).join(', ')}`]
      : [`- Example: \`${name}=$(openssl rand -hex 32)\``]),
  ];
}

/** Angle brackets and bare addresses as they are read, not as Markdown takes them. */
const inText = (text: string): string =>
  text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replaceAll('<', '&lt;').replaceAll('>', '&gt;')))
    .join('');

/** .env.example: every setting, commented out, with its default or an example. */
export function environmentExample(): string {
  const lines = [
    '# Written by `npm run docs:settings` from server/config.ts. Copy to .env and uncomment what you change.',
    '# docs/configuration.md says more about each.',
  ];
  for (const { title, settings } of describedSettings()) {
    lines.push('', `# == ${title}`);
    for (const { name, description, takes, examples, ...setting } of settings) {
      const value =
        setting.default === undefined || setting.default === '' ? (examples[0] ?? '') : setting.default;
      lines.push(
        '',
        ...wrapped(takes === 'text' ? description : `${description} Takes ${takes}.`),
        `#${name}=${value}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

/** As comments of at most 100 characters a line. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = '#';
  for (const word of text.split(' ')) {
    if (line.length + word.length >= 100) {
      lines.push(line);
      line = '#';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
