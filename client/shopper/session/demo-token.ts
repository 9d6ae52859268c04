/**
 * Signs in as the demo shop's shopper. Empty where the server has no demo shop: it then says that nobody is signed in.
 * Rejects when the server cannot be reached.
 */
export async function demoToken(): Promise<string> {
  const response = await fetch('/v1/demo/session', { method: 'POST' });
  if (response.status === 404) return '';
  if (!response.ok) throw new Error(`The demo sign-in answered ${response.status}`);
  const answer: unknown = await response.json();
  if (
    typeof answer === 'object' &&
    answer !== null &&
    'token' in answer &&
    typeof answer.token === 'string'
  ) {
    return answer.token;
  }
  throw new Error('The demo sign-in answered without a token');
}
