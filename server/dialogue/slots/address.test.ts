import { describe, expect, it } from 'vitest';
import { completed, findAddress } from './address.ts';

const address = (label: string, street: string, city: string, postcode: string) => ({
  label,
  street,
  city,
  postcode,
  recipient: 'Maya Ellison',
  country: 'GB',
});
const home = address('home', '27 Alder Row', 'Leeds', 'LS6 2QD');
const office = address('office', '14 Quay Street', 'Leeds', 'LS1 4PL');
const parents = address('parents', '8 Orchard Rise', 'Norwich', 'NR2 3HB');
const saved = [home, office, parents];
const parts = (text: string) => findAddress(text, saved)?.parts;

it.each([
  'deliver it to the house',
  'my flat please',
  'where is unit 5 of my order',
  'the wardrobe for the hall',
])('no address is in "%s" but a saved one', (text) =>
  expect(parts(text)?.street ?? home.street).toBe(home.street),
);

describe('a saved address', () => {
  it.each([
    ['send it to my office instead', '14 Quay Street'],
    ['to work please', '14 Quay Street'],
    ['take it home', '27 Alder Row'],
    ["to my parents' place", '8 Orchard Rise'],
    ['14 quay street', '14 Quay Street'],
    ['送到我的办公室', '14 Quay Street'],
  ])('%s', (text, street) => {
    expect(parts(text)?.street).toBe(street);
  });
});

describe('an address with more to it', () => {
  it.each([
    [
      'Apt 12 the old brewery, 5 canal wharf, leeds, ls11 5ps',
      'Apt 12 The Old Brewery, 5 Canal Wharf',
      'Leeds',
    ],
    ["Unit 7b, 55 King's Parade, Cambridge CB2 1ST", "Unit 7b, 55 King's Parade", 'Cambridge'],
    ['2/1 Gladstone Gate, Paisley PA1 1AA', '2/1 Gladstone Gate', 'Paisley'],
    [
      'Unit 9, Otter Business Park, Mill Street, Bury, BL9 0AB',
      'Unit 9, Otter Business Park, Mill Street',
      'Bury',
    ],
    ['22 The Avenue, Weston, Bath BA1 5AA', '22 The Avenue, Weston', 'Bath'],
    ['31 Fairholt, Harrogate HG1 1TB', '31 Fairholt', 'Harrogate'],
    ['9 Station Approach, Ripon HG4 1TB', '9 Station Approach', 'Ripon'],
    ['Rue de Rivoli 45, 75001 Paris', 'Rue de Rivoli 45', 'Paris'],
  ])('%s', (text, street, city) => {
    expect(parts(text)).toMatchObject({ street, city });
  });
});

describe('a new address', () => {
  it.each([
    [
      'no, to 14 Baker Street, London NW1 6XE',
      { street: '14 Baker Street', city: 'London', postcode: 'NW1 6XE' },
    ],
    ['to 5 mill lane in leeds ls6 2qd', { street: '5 Mill Lane', city: 'Leeds', postcode: 'LS6 2QD' }],
    ['221b baker street', { street: '221b Baker Street' }],
    [
      'to Flat 2, 14 Baker Street, London NW1 6XE',
      { street: 'Flat 2, 14 Baker Street', city: 'London', postcode: 'NW1 6XE' },
    ],
    ['apartment b 9 high road york', { street: 'Apartment B, 9 High Road', city: 'York' }],
    [
      'send it to Rosewood Cottage, Mill Lane, York YO1 7HH please',
      { street: 'Rosewood Cottage, Mill Lane', city: 'York', postcode: 'YO1 7HH' },
    ],
    [
      'it is the old mill house, station road, leeds',
      { street: 'Old Mill House, Station Road', city: 'Leeds' },
    ],
    [
      'Unit 5, Riverside Business Park, Leeds LS1 4PL',
      { street: 'Unit 5, Riverside Business Park', city: 'Leeds' },
    ],
    ['my PO box 1204, London NW1 6XE', { street: 'PO Box 1204', city: 'London', postcode: 'NW1 6XE' }],
    ['send order 45192 to 3 High Road, York, please', { street: '3 High Road', city: 'York' }],
  ])('%s', (text, expected) => {
    expect(parts(text)).toMatchObject(expected);
  });

  it('is continued with the town and post code asked for', () => {
    const begun = { street: '14 Baker Street' };
    expect(findAddress('London, NW1 6XE', saved, begun)?.parts).toMatchObject({
      street: '14 Baker Street',
      city: 'London',
      postcode: 'NW1 6XE',
      country: 'GB',
    });
    expect(findAddress("it's London", saved, begun)?.parts).toMatchObject({ city: 'London' });
  });

  it('keeps who receives it', () => {
    const after = completed({ street: '1 New Road', city: 'York', postcode: 'YO1 7HH' }, home);
    expect(after).toEqual({
      recipient: 'Maya Ellison',
      street: '1 New Road',
      city: 'York',
      postcode: 'YO1 7HH',
      country: 'GB',
    });
  });

  it('is not read into talk without one', () => {
    expect(parts('the wardrobe')).toBeUndefined();
    expect(parts('where is order 45192')).toBeUndefined();
  });
});

describe('an address as it is written in China', () => {
  it.each([
    ['改送到北京市朝阳区建国路88号5楼', '北京市', '朝阳区建国路88号5楼', undefined],
    [
      '新地址是广东省深圳市南山区科技园路12号A座301，邮编518057',
      '广东省深圳市',
      '南山区科技园路12号A座301',
      '518057',
    ],
    ['改成成都市锦江区春熙路9号吧', '成都市', '锦江区春熙路9号', undefined],
    ['中山北路200号', undefined, '中山北路200号', undefined],
  ])('%s', (text, city, street, postcode) => {
    expect(parts(text)).toEqual({
      street,
      country: 'CN',
      ...(city && { city }),
      ...(postcode && { postcode }),
    });
  });

  it('is completed by its town and post code', () => {
    const begun = { street: '中山北路200号', country: 'CN' };
    expect(findAddress('200063', saved, begun)?.parts).toEqual({ ...begun, postcode: '200063' });
    expect(findAddress('上海市', saved, begun)?.parts).toEqual({ ...begun, city: '上海市' });
  });

  it.each(['第五步在哪里', '我要5张桌子', '订单45192到哪了'])('none is in %s', (text) =>
    expect(parts(text)).toBeUndefined(),
  );
});
