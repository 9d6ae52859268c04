import type { Address, Language } from '#protocol';
import type { Content, Line } from '../replies/content.ts';
import { completed, isPostBox } from '../slots/address.ts';
import { act, briefOf, called, defineSkill, orderOf } from './define.ts';
import { isHere, noButton, personButton, returnButton, trackButton, yesButton } from './ways-out.ts';

const samePlace = (one: Address, other: Address) =>
  (['street', 'city', 'postcode'] as const).every(
    (line) => one[line].toLowerCase() === other[line].toLowerCase(),
  );

const countryName = (country: string, language: Language): string =>
  new Intl.DisplayNames(language === 'en' ? 'en-GB' : language, { type: 'region' }).of(country) ?? country;

export const changeAddress = defineSkill({
  intents: ['change_address'],
  needs: [{ slot: 'order', suits: isHere }, { slot: 'address' }],
  async look(request) {
    const order = orderOf(request);
    const options = await request.services.orders.options(request.customer.id, order.number);
    return { allowed: options.changeAddress, after: completed(request.slots.address ?? {}, order.address) };
  },
  refuse(request, { allowed, after }): Content | undefined {
    const order = orderOf(request);
    const given = request.slots.address !== undefined;
    if (allowed.allowed && isPostBox(after.street))
      return {
        lines: [['address.post_box', { ...called(order), address: order.address }]],
        buttons: [personButton(order)],
      };
    if (allowed.allowed && allowed.countries && !allowed.countries.includes(after.country))
      return {
        lines: [
          [
            'address.not_served',
            { ...called(order), address: after, place: countryName(after.country, request.language) },
          ],
        ],
        buttons: [personButton(order)],
      };
    if (allowed.allowed && !(given && samePlace(after, order.address))) return undefined;
    if (allowed.allowed)
      return {
        lines: [['address.already', { ...called(order), address: after }]],
        card: { kind: 'order', order },
      };
    const buttons = {
      shipped: [personButton(order), trackButton(order)],
      delivered: [returnButton(order), personButton(order)],
      cancelled: [],
      packed: [personButton(order)],
      not_offered: [personButton(order)],
    }[allowed.reason];
    return {
      lines: [[`address.too_late_${allowed.reason}`, called(order)]],
      card: { kind: 'order', order },
      buttons,
    };
  },
  confirm(request, { after }): Content {
    const order = orderOf(request);
    return {
      lines: [['address.confirm', { ...called(order), address: after }]],
      card: { kind: 'address_change', order: briefOf(order), before: order.address, after, done: false },
      buttons: [yesButton, noButton],
      expecting: 'confirmation',
    };
  },
  perform: (request, tx, { after }) =>
    request.services.orders.changeAddress(tx, { ...act(request), address: after }),
  say(request, _, changed): Content {
    const before = orderOf(request).address;
    const due: Line[] = changed.expectedOn ? [['address.due', { due: changed.expectedOn }]] : [];
    return {
      lines: [['address.done', { ...called(changed), address: changed.address }], ...due],
      card: { kind: 'address_change', order: briefOf(changed), before, after: changed.address, done: true },
    };
  },
});
