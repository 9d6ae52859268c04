import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import Type from 'typebox';
import Value from 'typebox/value';
import type { Language } from '#protocol';
import { HexkeyError } from '../../errors.ts';
import { fromRoot } from '../../paths.ts';
import { placeholders } from './placeholders.ts';

/** One file: phrase name to its wordings. All wordings of a phrase mean the same; one is picked. */
const TemplateFile = Type.Record(
  Type.String({ pattern: '^[a-z0-9_]+$' }),
  Type.Array(Type.String({ minLength: 1, maxLength: 300 }), { minItems: 1, maxItems: 8 }),
);

export const templatesFolder = fromRoot('server', 'dialogue', 'templates');

export interface Wording {
  format(values: Record<string, string | number>): string;
}
/** "track.shipped" to its wordings. */
export type Phrases = ReadonlyMap<string, Wording[]>;
export type Templates = Readonly<Record<Language, Phrases>>;

const wrong = (what: string) => new HexkeyError('internal', `Reply templates: ${what}.`);

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** Names of all placeholders in a message, those inside plural and select branches included. */
export function placeholdersIn(ast: Ast): string[] {
  return ast.flatMap((element): string[] => {
    if (!('value' in element) || element.type === 0) return [];
    const inner =
      'options' in element
        ? Object.values(element.options).flatMap(({ value }) => placeholdersIn(value))
        : [];
    return [element.value, ...inner];
  });
}

function readLanguage(folder: string, language: Language): Map<string, IntlMessageFormat[]> {
  const phrases = new Map<string, IntlMessageFormat[]>();
  for (const file of readdirSync(join(folder, language)).filter((name) => name.endsWith('.json'))) {
    const json: unknown = JSON.parse(readFileSync(join(folder, language, file), 'utf8'));
    if (!Value.Check(TemplateFile, json))
      throw wrong(`${language}/${file} is not a list of wordings for each phrase`);
    for (const [name, wordings] of Object.entries(json)) {
      const key = `${file.slice(0, -'.json'.length)}.${name}`;
      phrases.set(
        key,
        wordings.map((wording) => parse(wording, `${language}/${file} ${name}`, language)),
      );
    }
  }
  return phrases;
}

function parse(wording: string, where: string, language: Language): IntlMessageFormat {
  let message: IntlMessageFormat;
  try {
    message = new IntlMessageFormat(wording, language);
  } catch (error) {
    throw new HexkeyError('internal', `Reply templates: ${where}: "${wording}" does not parse.`, {
      cause: error,
    });
  }
  const unknown = placeholdersIn(message.getAst()).find((name) => !(name in placeholders));
  if (unknown) throw wrong(`${where} uses {${unknown}}, which nothing fills`);
  return message;
}

/**
 * Reads every template once. Throws when a file does not fit, a message does not parse, a placeholder is unknown, or a
 * phrase is missing in one language.
 */
export function loadTemplates(folder = templatesFolder): Templates {
  const read = { en: readLanguage(folder, 'en'), zh: readLanguage(folder, 'zh') };
  for (const key of new Set([...read.en.keys(), ...read.zh.keys()]))
    for (const language of ['en', 'zh'] as const)
      if (!read[language].has(key)) throw wrong(`"${key}" is missing in ${language}`);
  const wordings = (messages: IntlMessageFormat[]): Wording[] =>
    messages.map((message) => ({ format: (values) => String(message.format(values)) }));
  const phrases = (language: Language): Phrases =>
    new Map([...read[language]].map(([key, messages]) => [key, wordings(messages)]));
  return { en: phrases('en'), zh: phrases('zh') };
}
