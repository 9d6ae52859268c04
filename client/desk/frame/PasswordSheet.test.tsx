// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { RefusedError } from '../../http.ts';
import { ada, ready } from '../testing/samples.ts';
import { openDesk } from '../testing/stage.tsx';

const accountButton = `${ada.name
  .split(' ')
  .map(([first]) => first)
  .join('')} Your account`;
const good = 'seven crates of quinces';

it('changes one’s own password from the account menu, says so, and goes on over a new line', async () => {
  const changePassword = vi.fn(async () => ({ staff: ada, expiresAt: '2030-01-01T00:00:00Z' }));
  const stage = await openDesk({ changePassword });
  await stage.say(ready());
  await stage.press(accountButton);
  await stage.press('Change my password');
  await stage.type(stage.field('The password you have now'), 'the old one');
  await stage.type(stage.field('A new password'), 'short');
  expect(document.body.textContent).toContain('7 more characters needed');
  await stage.type(stage.field('A new password'), good);
  const before = stage.requests('hello').length;
  await stage.press('Take this password');
  expect(changePassword).toHaveBeenCalledExactlyOnceWith({ current: 'the old one', password: good });
  await stage.soon(() => expect(document.body.textContent).toContain('Your password is changed'));
  await stage.reconnected();
  expect(stage.requests('hello').length).toBe(before + 1);
  await stage.leave();
});

it('says at the field that the present password is another one', async () => {
  const changePassword = async () => {
    throw new RefusedError('forbidden', 'The present password is another one. Type it again.');
  };
  const stage = await openDesk({ changePassword });
  await stage.say(ready());
  await stage.press(accountButton);
  await stage.press('Change my password');
  await stage.type(stage.field('The password you have now'), 'a guess');
  await stage.type(stage.field('A new password'), good);
  await stage.press('Take this password');
  await stage.soon(() => expect(document.body.textContent).toContain('This is not your password.'));
  await stage.leave();
});
