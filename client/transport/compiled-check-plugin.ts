import { fileURLToPath } from 'node:url';
import { Code } from 'typebox/compile';
import type { Plugin } from 'vite';
import { ServerMessage } from '../../server/protocol/voice.ts';

const checked = fileURLToPath(new URL('./is-server-message.ts', import.meta.url));

/**
 * Compiles the schema of server messages to plain code when the client is built: a third of the schema library's
 * weight, and no code made at run time, which the content security policy forbids.
 */
export function compiledCheck(): Plugin {
  return {
    name: 'hexkey-compiled-check',
    apply: 'build',
    load: (id) => (id === checked ? compiled() : undefined),
  };
}

function compiled(): string {
  const { Code: code, External: external } = Code(ServerMessage);
  const values = external.variables.map((value) => {
    if (value instanceof RegExp) return String(value);
    throw new Error(
      'The schema of server messages has a part that is no plain code: extend compiled-check-plugin.ts',
    );
  });
  return `${code}\nSetExternal({ variables: [${values.join(', ')}] });\nexport { Check as isServerMessage };\n`;
}
