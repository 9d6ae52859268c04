import { describe, expect, it } from 'vitest';
import { BadFileError, parseLabelled } from './labelled-file.ts';

const refusal = (content: string): string => {
  try {
    parseLabelled('rows.jsonl', content);
  } catch (error) {
    if (error instanceof BadFileError) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('parseLabelled', () => {
  it('reads JSON lines', () => {
    expect(
      parseLabelled('rows.jsonl', '{"text":"where is it","label":"track_order","extra":1}\n\n'),
    ).toMatchObject([{ text: 'where is it', label: 'track_order' }]);
  });

  it('reads tab-separated label and text, with a byte-order mark and Windows line ends', () => {
    expect(parseLabelled('rows.tsv', '\uFEFFtrack_order\twhere is it\r\ndeny\tno\tthanks\r\n')).toEqual([
      { label: 'track_order', text: 'where is it' },
      { label: 'deny', text: 'no\tthanks' },
    ]);
  });

  it('names each wrong line', () => {
    const message = refusal('{"text":"a","label":"deny"}\n{"text":1,"label":"deny"}\nnonsense\n{"text":"b"}');
    expect(message).toMatch(/3 wrong line/);
    expect(message).toMatch(/line 2: .*string/);
    expect(message).toMatch(/line 3: not JSON/);
    expect(message).toMatch(/line 4: .*label/);
  });

  it.each([
    ['track_order where is it', /line 1: no tab/],
    ['\twhere is it', /line 1: label or text is empty/],
    ['', /holds no rows/],
    ['\n \n', /holds no rows/],
  ])('refuses %j', (content, message) => {
    expect(refusal(content)).toMatch(message);
  });

  it('shows ten wrong lines and counts the rest', () => {
    expect(refusal('no tab\n'.repeat(12))).toMatch(/and 2 more/);
  });
});
