import { deskPaths, type Rating } from '#protocol';

/** Tells how it was. Rejects where the server does not take it. */
export async function rate(conversation: string, rating: Rating, token: string): Promise<void> {
  const response = await fetch(deskPaths.rating(conversation), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(rating),
  });
  if (!response.ok) throw new Error(`The rating was not taken: ${response.status}`);
}
