import { expect, it } from 'vitest';
import { readFromPanel, readFromShop } from './contract.ts';

it('the embedded page takes only the messages it knows from the panel', () => {
  expect(readFromPanel({ hexkey: 'token_wanted', id: 3, more: 1 })).toEqual({
    hexkey: 'token_wanted',
    id: 3,
  });
  expect(readFromPanel({ hexkey: 'close' })).toEqual({ hexkey: 'close' });
  for (const other of [null, 'close', { hexkey: 'token_wanted' }, { type: 'close' }, { hexkey: 'open' }]) {
    expect(readFromPanel(other)).toBeUndefined();
  }
});

it('the embedded page takes only the messages it knows from the shop', () => {
  expect(readFromShop({ hexkey: 'token', id: 1, token: 'abc' })).toEqual({
    hexkey: 'token',
    id: 1,
    token: 'abc',
  });
  expect(readFromShop({ hexkey: 'no_token', id: 1 })).toEqual({ hexkey: 'no_token', id: 1 });
  for (const other of [undefined, { hexkey: 'token', id: 1 }, { hexkey: 'token', token: 'abc' }]) {
    expect(readFromShop(other)).toBeUndefined();
  }
});
