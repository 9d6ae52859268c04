import { describe, expect, it } from 'vitest';
import { demoProducts } from '../../demo/products.ts';
import { productFact } from './index.ts';

const products = demoProducts();
const ask = (slug: string, question: string) => {
  const product = products.find((each) => each.slug === slug);
  if (!product) throw new Error(`no ${slug}`);
  return productFact(product, question);
};

describe('what a thing bears is not what it weighs', () => {
  it.each([
    'how heavy can a person be on the heron bar stool',
    'how much weight can it take',
    'what is the weight limit',
    'is it ok for a heavy person',
    'my husband weighs 110 kg, is that alright',
    '吧台椅能坐多重的人',
    '最大承重是多少',
  ])('%s', (question) => {
    expect(ask('heron-bar-stool', question)).toMatchObject({ about: 'fact', label: 'load', fact: '120 kg' });
    expect(ask('drift-mattress', question)).toBeUndefined();
  });

  it('its own weight is told where that is asked', () => {
    expect(ask('heron-bar-stool', 'how heavy is it')).toEqual({ about: 'weight', grams: 5100 });
  });
});

describe('how thick a thing is', () => {
  it.each(['Drift床垫有多厚？', 'how thick is the drift mattress'])('%s', (question) => {
    expect(ask('drift-mattress', question)).toMatchObject({ about: 'size', height: 240 });
  });
});
