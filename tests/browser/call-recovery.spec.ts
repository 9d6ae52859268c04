import { execFileSync } from 'node:child_process';
import { beginCall, callOf, closeConversation, onDesk } from './call-acts.ts';
import { hears, seesMovement, showsPicture } from './call-streams.ts';
import { expect, test } from './call-test.ts';

/** The media worker that the process has started, by the system's own list. */
function workerOf(parent: number): number {
  const list = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(parent)], { encoding: 'utf8' });
  const worker = list.split('\n').find((line) => line.includes('mediasoup-worker'));
  if (!worker) throw new Error(`process ${parent} has no media worker:\n${list}`);
  return Number.parseInt(worker, 10);
}

test('the media worker is killed: another takes its place, and everybody is back by themselves', async ({
  customer,
  agent,
  product,
}) => {
  await beginCall(customer, agent);
  await showsPicture(agent, 'Live call');
  const killed = workerOf(product.pid);
  process.kill(killed, 'SIGKILL');
  await expect(callOf(customer).locator('[data-feel=away]')).toBeVisible();
  await showsPicture(agent, 'Live call');
  await hears(agent);
  await hears(customer);
  expect(workerOf(product.pid)).not.toBe(killed);
  await closeConversation(agent);
});

test('the customer’s network goes and comes: the same call goes on', async ({ customer, agent }) => {
  await beginCall(customer, agent);
  await showsPicture(agent, 'Live call');
  const connections = () => customer.evaluate(() => window.connections.length);
  const paths = () =>
    customer.evaluate(() =>
      window.connections.map(
        ({ remoteDescription }) => /a=ice-ufrag:(\S+)/.exec(remoteDescription?.sdp ?? '')?.[1],
      ),
    );
  const [before, madeBefore] = [await paths(), await connections()];
  await customer.context().setOffline(true);
  await expect(onDesk(agent).callPane.locator('figure[data-away=true]')).toBeVisible();
  await customer.context().setOffline(false);
  await expect.poll(paths).not.toEqual(before);
  await seesMovement(agent);
  await hears(agent);
  await hears(customer);
  // New paths for the same connections, not new connections.
  expect(await connections()).toBe(madeBefore);
  await closeConversation(agent);
});
