import { describe, expect, it } from 'vitest';
import { wordsOf } from './normalise.ts';
import { partsOf } from './parts.ts';

const parts = (text: string) => partsOf(wordsOf(text)).join(' ');

describe('parts of speech', () => {
  it.each([
    ["don't cancel it", "doesn't send that"],
    ['could you please return my desk', 'would you kindly deliver our wardrobe'],
    ['I have no intention of it', 'we have never interest in that'],
    ['别取消', '不用退货'],
    ['能不能帮我改', '可以替我查'],
  ])('%s is built like %s', (one, other) => {
    expect(parts(one)).toBe(parts(other));
  });

  it.each([
    ['dotn cancle it', "don't cancel it"],
    ['plase tell me waht it costs', 'please tell me what it costs'],
  ])('%s is read as %s', (slipped, meant) => {
    expect(parts(slipped)).toBe(parts(meant));
  });

  it('takes a run of other words for one', () => {
    expect(parts('cancel big oak wardrobe')).toBe('VERB x');
    expect(parts('查衣柜')).toBe('VERB x');
  });

  it('takes no real word for the slip of another', () => {
    expect(parts('form')).toBe('x');
    expect(parts('cast')).toBe('x');
  });
});
