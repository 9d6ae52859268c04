import { describe, expect, it } from 'vitest';
import { keepingOf } from './kept.ts';

const origin = 'https://shop.example';
const of = (path: string, method = 'GET') => keepingOf(method, new URL(path, origin), origin);

describe('without a network', () => {
  it.each(['/guide/ashby-desk', '/guide/ashby-desk?order=SO-1', '/v1/guides/ashby-desk'])(
    'the guide opens as it was last seen: %s',
    (path) => expect(of(path)).toBe('fresh'),
  );

  it('the model and the scripts are there', () => {
    expect(of('/guides/ashby-desk/model.glb')).toBe('fresh');
    expect(of('/assets/main-a1b2.js')).toBe('first');
  });

  it.each(['/v1/demo/session', '/v1/guides/ashby-desk/progress', '/v1/guide-progress/K7M2QX', '/v1/orders'])(
    'nothing of somebody’s own was kept: %s',
    (path) => expect(of(path)).toBe('pass'),
  );

  it('nothing that is written is kept, and nothing from elsewhere', () => {
    expect(of('/v1/guides/ashby-desk', 'POST')).toBe('pass');
    expect(of('https://elsewhere.example/assets/x.js')).toBe('pass');
  });
});
