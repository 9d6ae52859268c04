import type { CallEngineOptions } from '../contract.ts';

/** Answers the still's id. Rejects where the server does not take it. */
export async function uploadStill(
  call: string,
  options: CallEngineOptions['stills'],
  jpeg: Blob,
): Promise<string> {
  const response = await fetch(options?.address ?? `/v1/calls/${encodeURIComponent(call)}/stills`, {
    method: 'POST',
    headers: { 'content-type': 'image/jpeg', ...(await options?.headers?.()) },
    body: jpeg,
  });
  if (!response.ok) throw new Error(`The photo was not taken: ${response.status}`);
  const still: unknown = await response.json();
  if (typeof still === 'object' && still !== null && 'id' in still && typeof still.id === 'string')
    return still.id;
  throw new Error('The photo was answered without its id');
}
