import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Lesson } from '#protocol';

/** A file of labelled wordings, one JSON object a line, as `npm run train:understanding` takes them. */
export const lessonsFile = (path: string) => ({
  async add({ wording, intent, language }: Lesson): Promise<void> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await appendFile(path, `${JSON.stringify({ text: wording, intent, language })}\n`, { mode: 0o600 });
  },
});
