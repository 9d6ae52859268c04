import { DrizzleQueryError } from 'drizzle-orm';
import { HexkeyError } from '../errors.ts';
import { redactForLog } from '../redact.ts';

/** What is logged of an error: enough to find and mend it, and nothing that somebody said, gave or stored. */
export interface ErrorSummary {
  type: string;
  code?: string | number;
  message?: string;
  /** Names of the store's own parts, never values. */
  store?: Record<string, string>;
  /** Statement with its placeholders. */
  query?: string;
  /** Places in the code, the innermost first. */
  stack?: string[];
  cause?: ErrorSummary;
}

const deepest = 5;
const mostFrames = 20;
const longestMessage = 200;

/**
 * Messages of libraries may quote whatever they were given: the parameters of a query, the row that was there already,
 * the text that is no JSON. So an error is described by its type, its code and its place. A message is kept only of the
 * plain errors that code makes for its maintainers, without what stands in it in quotes, and never beside fields that
 * show it to come from the store or a parser.
 */
export function errorSummary(error: unknown, depth = 0): ErrorSummary {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  const message = safeMessage(error);
  const store = storeNames(error);
  const query = error instanceof DrizzleQueryError ? safeQuery(error.query) : undefined;
  const stack = frames(error);
  return {
    type: identifier(error.constructor.name) ?? 'Error',
    ...(isCode(code) && { code }),
    ...(message && { message }),
    ...(store && { store }),
    ...(query && { query }),
    ...(stack.length > 0 && { stack }),
    ...(error.cause !== undefined && depth < deepest && { cause: errorSummary(error.cause, depth + 1) }),
  };
}

const isCode = (code: unknown): code is string | number =>
  typeof code === 'number' || (typeof code === 'string' && /^\w{1,60}$/.test(code));

const identifier = (text: unknown): string | undefined =>
  typeof text === 'string' && /^\w{1,60}$/.test(text) ? text : undefined;

const plain = new Set<unknown>([Error, TypeError, ReferenceError]);
/** Fields of errors that carry what they were given. */
const telling = ['query', 'params', 'detail', 'severity', 'input', 'errors', 'validation'];

function safeMessage(error: Error): string | undefined {
  // Made for the person who asked, and so of what they asked: the code says as much to a maintainer.
  if (error instanceof HexkeyError && error.code !== 'internal') return undefined;
  const own = error instanceof HexkeyError || plain.has(error.constructor);
  if (!own || telling.some((field) => field in error)) return undefined;
  const withoutQuotes = error.message
    .slice(0, longestMessage * 2)
    .replace(/(["'`“‘])[^"'`”’]{0,400}(?:["'`”’]|$)/g, '$1…$1');
  return redactForLog(withoutQuotes).split('\n', 1)[0]?.slice(0, longestMessage);
}

const storeFields = ['severity', 'schema', 'table', 'column', 'dataType', 'constraint', 'routine'] as const;

function storeNames(error: Error): Record<string, string> | undefined {
  const fields: Partial<Record<string, unknown>> = { ...error };
  const named = storeFields.flatMap((field) => {
    const name = identifier(fields[field]);
    return name === undefined ? [] : [[field, name] as const];
  });
  return named.length > 0 ? Object.fromEntries(named) : undefined;
}

/** Literals are the code's own; they are left out all the same. */
const safeQuery = (query: string): string => query.slice(0, 600).replace(/'[^']{0,600}(?:'|$)/g, "'…'");

const frame =
  /^ {4}at (?:(?:async |new ){0,2}[\w.<>$#[\]]{1,200}(?: \[as [\w.<>$#]{1,100}\])? \(|async )?(?:(?:file:\/\/|node:|data:|\/|[A-Z]:\\)[^\s()]{0,600}:\d{1,7}:\d{1,7}|<anonymous>|index \d{1,9})\)?$/;

/** The lines behind the message, however many lines that has and whatever they look like. */
function frames({ stack = '', message }: Error): string[] {
  const at = stack.indexOf(message);
  const lines = (at < 0 ? stack : stack.slice(at + message.length)).split('\n').filter((line) => line !== '');
  const behind = at < 0 ? lines.slice(lines.findLastIndex((line) => !frame.test(line)) + 1) : lines;
  return behind
    .filter((line) => frame.test(line))
    .slice(0, mostFrames)
    .map((line) => line.trim().replace(/data:[^\s()]{0,600}/, 'data:'));
}
