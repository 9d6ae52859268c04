import { describe, expect, it } from 'vitest';
import type { SpeechHints } from '../contract.ts';
import { endpointDelay, endpointDelayMs } from './endpoint-delay.ts';

const { finished, likely, open, number, hanging, begun } = endpointDelayMs;
const wait = (text: string, expecting: SpeechHints['expecting'] = 'anything', orderNumbers: string[] = []) =>
  endpointDelay(text, { phrases: [], orderNumbers, expecting });

describe('what sounds finished ends soon', () => {
  it.each([
    ['Where is my order?', finished],
    ["Where's my order four five one nine two?", finished],
    ['Where is order 45192?', finished],
    ['What is it for?', finished],
    ['Please cancel the second one.', likely],
    ['Send it to my office instead.', likely],
    ['Go to step four.', likely],
    ['Yes, I do.', likely],
    ['I would like to know when it will arrive, please.', likely],
    ['Where is it then?', finished],
    ['Please carry on', likely],
    ['I would like two chairs.', likely],
    ['He was not an ill-disposed young man,', open],
  ])('%s', (text, expected) => expect(wait(text)).toBe(expected));
});

describe('what asks for more is waited for', () => {
  it.each([
    ['I want to cancel my order and', hanging],
    ['Please send it to', hanging],
    ['My address is', hanging],
    ['My order number is', begun],
    ['Where is um', hanging],
    ['Can you', hanging],
    ['I ordered a wardrobe, a lamp...', hanging],
    ['It ends with', begun],
  ])('%s', (text, expected) => expect(wait(text)).toBe(expected));
});

describe('a number is waited for until it is whole', () => {
  it.each([
    ['My order number is four five', begun],
    ['My order number is four five one nine', begun],
    ['Order double', begun],
    ['Order 45', begun],
    ['My order number is one', begun],
    ['My order number is four five one nine two.', finished],
    ['Order four double five nine two', finished],
    ['Where is order for?', begun],
    ['Where is order four?', begun],
    ['Where is order 4,519?', begun],
    ['The one ending in', begun],
    ['It is S O dash', begun],
    ['Where is S.O.', begun],
  ])('%s', (text, expected) => expect(wait(text)).toBe(expected));

  it('is as long as the numbers of this shopper', () => {
    expect(wait('four five one nine two', 'order_number', ['SO-4519288'])).toBe(begun);
    expect(wait('four five one nine two eight eight', 'order_number', ['SO-4519288'])).toBe(finished);
  });

  it('may be a house number with the street still to come', () => {
    expect(wait('Twenty', 'address')).toBe(number);
    expect(wait('221', 'address')).toBe(number);
  });
});

describe('what the dialogue waits for', () => {
  it('takes a short answer at once', () => {
    expect(wait('Yes.', 'confirmation')).toBe(finished);
    expect(wait('No thanks.', 'confirmation')).toBe(finished);
    expect(wait('The second one.', 'choice')).toBe(finished);
  });

  it('leaves time where much is to be said', () => {
    expect(wait('Ten Baker Street', 'address')).toBe(hanging);
    expect(wait('Ten Baker Street, London, NW1 6XE', 'address')).toBe(open);
    expect(wait('The door is scratched.', 'free_text')).toBe(open);
  });

  it('leaves time when no word has been understood yet', () => {
    expect(wait('')).toBe(open);
    expect(wait('...')).toBe(open);
  });
});
