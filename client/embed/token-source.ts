/** Where the shop's page keeps the signed-in shopper's token; `undefined` when it knows of none. */
export function tokenSource(script: HTMLScriptElement): () => Promise<string | undefined> {
  return async () => {
    const given = 'hexkey' in window ? window.hexkey : undefined;
    if (
      typeof given === 'object' &&
      given !== null &&
      'token' in given &&
      typeof given.token === 'function'
    ) {
      const token: unknown = await given.token();
      return typeof token === 'string' ? token : undefined;
    }
    return script.dataset.token;
  };
}
