import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import Type from 'typebox';
import Value from 'typebox/value';
import { Intent, Language, type Lesson } from '#protocol';

/** More lessons than this are not read back: the newest count. */
const mostRead = 3000;

const Row = Type.Object({ text: Type.String({ minLength: 1 }), label: Intent, language: Language });

/** A file of labelled wordings, one JSON object a line, as `npm run train:understanding` takes them. */
export const lessonsFile = (path: string) => ({
  async add({ wording, intent, language }: Lesson): Promise<void> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await appendFile(path, `${JSON.stringify({ text: wording, label: intent, language })}\n`, {
      mode: 0o600,
    });
  },

  /** Oldest first; none where there is no file yet. Lines of another version that do not fit are passed over. */
  async read(): Promise<Lesson[]> {
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    return text
      .split('\n')
      .filter((line) => line !== '')
      .slice(-mostRead)
      .flatMap((line) => {
        const row: unknown = JSON.parse(line);
        return Value.Check(Row, row)
          ? [{ wording: row.text, intent: row.label, language: row.language }]
          : [];
      });
  },
});
