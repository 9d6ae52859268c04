/** Tells how it was, 1 (bad) to 5 (very good). Rejects where the server does not take it. */
export async function rate(conversation: string, rating: number, token: string): Promise<void> {
  const response = await fetch(`/v1/conversations/${encodeURIComponent(conversation)}/rating`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ rating }),
  });
  if (!response.ok) throw new Error(`The rating was not taken: ${response.status}`);
}
