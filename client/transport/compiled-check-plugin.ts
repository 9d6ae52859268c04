import { fileURLToPath } from 'node:url';
import type { TSchema } from 'typebox';
import { Code } from 'typebox/compile';
import type { Plugin } from 'vite';
import { Guide } from '../../server/protocol/guide.ts';
import { GuideProgress } from '../../server/protocol/guide-progress.ts';
import { ServerMessage } from '../../server/protocol/voice.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Modules that hold one check each: the name it is exported by, and its schema. */
const checks: Record<string, { name: string; schema: TSchema }> = {
  [here('./is-server-message.ts')]: { name: 'isServerMessage', schema: ServerMessage },
  [here('../guide/link/is-guide.ts')]: { name: 'isGuide', schema: Guide },
  [here('../guide/link/is-guide-progress.ts')]: { name: 'isGuideProgress', schema: GuideProgress },
};

/**
 * Compiles the schemas of what the server sends to plain code when the client is built: a third of the schema library's
 * weight, and no code made at run time, which the content security policy forbids.
 */
export function compiledCheck(): Plugin {
  return {
    name: 'hexkey-compiled-check',
    apply: 'build',
    load(id) {
      const check = checks[id];
      return check && compiled(check.name, check.schema);
    },
  };
}

function compiled(name: string, schema: TSchema): string {
  const { Code: code, External: external } = Code(schema);
  const values = external.variables.map((value) => {
    if (value instanceof RegExp) return String(value);
    throw new Error(
      `The schema behind ${name} has a part that is no plain code: extend compiled-check-plugin.ts`,
    );
  });
  return `${code}\nSetExternal({ variables: [${values.join(', ')}] });\nexport { Check as ${name} };\n`;
}
