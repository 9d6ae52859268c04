import { describe, expect, it } from 'vitest';
import { demoProducts } from '../demo/index.ts';
import { rankProducts } from './rank.ts';

const first = (words: string) => rankProducts(demoProducts(), words)[0]?.slug;

describe('finding products', () => {
  it.each([
    ['the Tarn wardrobe', 'tarn-wardrobe'],
    ['do you have a standing desk?', 'rise-standing-desk'],
    ['oak desk', 'ashby-desk'],
    ['bed', 'larkhill-bed'],
    ['a sofa bed please', 'nook-sofa-bed'],
    ['wi-fi router', 'beacon-router'],
    ['wifi router', 'beacon-router'],
    ['bookcases', 'fenwick-bookcase'],
    ['a bookshelf', 'fenwick-bookcase'],
    ['telly', 'vista-television'],
    ['TV', 'vista-television'],
    ['headfones', 'hush-headphones'],
    ['kitchen trolly', 'brook-kitchen-trolley'],
  ])('"%s" finds %s first', (words, slug) => {
    expect(first(words)).toBe(slug);
  });

  it.each(['', 'the', 'a trip to Rome', '???'])('"%s" finds nothing', (words) => {
    expect(rankProducts(demoProducts(), words)).toEqual([]);
  });
});
