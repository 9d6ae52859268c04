import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import type { TSchema } from 'typebox';
import Value from 'typebox/value';
import type { ErrorCode } from '#protocol';
import { HexkeyError } from '../errors.ts';
import { schemaFaults } from '../schema-faults.ts';
import { unstorableText } from '../storable-text.ts';
import { storeError } from '../store/index.ts';

export interface ErrorsOptions {
  /** Told of every error answered, for counting. */
  onError?: (code: ErrorCode) => void;
  /** The folder of a page for people who came to a wrong address; without it they get JSON as programs do. */
  nowherePage?: string;
}

/** Every failed request is answered `{code, message, retryable}`; what nobody foresaw is logged under the request's id. */
export const errors = fp<ErrorsOptions>(async (app, { onError, nowherePage }) => {
  const answer = (error: HexkeyError, reply: FastifyReply) => {
    onError?.(error.code);
    return reply
      .code(error.statusCode)
      .send({ code: error.code, message: error.message, retryable: error.retryable });
  };
  app.setErrorHandler((error: FastifyError, request, reply) => answer(asCoded(error, request), reply));
  const requireStorable = (value: unknown) => {
    if (unstorableText(value) !== undefined)
      throw new HexkeyError('bad_request', 'A text holds the character NUL, or half of a character.');
  };
  // The address first of all: routes look up what it names before they read a body.
  app.addHook('onRequest', async ({ query, params }) => requireStorable([query, params]));
  app.addHook('preValidation', async ({ body }) => requireStorable(body));
  app.setNotFoundHandler((request, reply) => {
    if (nowherePage && isReadByPerson(request) && existsSync(join(nowherePage, 'index.html')))
      return reply
        .code(404)
        .header('cache-control', 'no-cache')
        .sendFile('index.html', nowherePage, { cacheControl: false });
    return answer(new HexkeyError('not_found', 'There is nothing at this address.'), reply);
  });
});

/** A browser asks for a page to show; below /v1 programs ask alone, whatever they accept. */
const isReadByPerson = ({ method, url, headers }: FastifyRequest) =>
  method === 'GET' && !url.startsWith('/v1/') && (headers.accept ?? '').includes('text/html');

/** For Fastify itself, which refuses an address that it cannot read before any plugin is asked. */
export function frameworkErrors(_error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  void reply.code(400).send({
    code: 'bad_request',
    message: 'The address cannot be read, or a part of it is too long.',
    retryable: false,
  });
}

function asCoded(error: FastifyError, request: FastifyRequest): HexkeyError {
  if (error instanceof HexkeyError) {
    if (error.code === 'internal') request.log.error({ err: error }, 'request failed');
    return error;
  }
  const stored = storeError(error);
  if (stored) {
    request.log.error({ err: error }, 'nothing can be stored');
    return stored;
  }
  if (error.validation) return new HexkeyError('bad_request', `${faultsOf(error, request).join('; ')}.`);
  if (error.statusCode === 413) {
    const longest = Math.floor(request.routeOptions.bodyLimit / 1024);
    return new HexkeyError('message_too_large', `The request is too large: ${longest} kB at most.`);
  }
  if (error.statusCode === 415) {
    return new HexkeyError('bad_request', 'Send JSON with the header content-type: application/json.');
  }
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) {
    return new HexkeyError('bad_request', error.message);
  }
  request.log.error({ err: error }, 'request failed');
  return new HexkeyError(
    'internal',
    `Something went wrong here. Try again; if it stays so, report it with the number ${request.id}.`,
  );
}

/** Where Fastify finds the schema of what its errors call by another name or the same. */
const parts: Record<string, 'body' | 'headers' | 'params' | 'querystring'> = {
  body: 'body',
  headers: 'headers',
  params: 'params',
  querystring: 'querystring',
};

/** Ajv stops at the first fault; whoever calls wants all of them, so the part that is wrong is read once more. */
function faultsOf({ validation = [], validationContext }: FastifyError, request: FastifyRequest): string[] {
  const part = parts[validationContext ?? ''];
  const schema = part && request.routeOptions.schema?.[part];
  if (!part || !schema) return schemaFaults(validation, validationContext ?? 'the request');
  const given = part === 'querystring' ? request.query : request[part];
  const every = Value.Errors(schema as TSchema, Value.Convert(schema as TSchema, given));
  return schemaFaults(every.length > 0 ? every : validation, part, `${part}.`);
}
