import { execFileSync } from 'node:child_process';
import { beginCall, closeConversation } from './call-acts.ts';
import { hears, showsPicture } from './call-streams.ts';
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
  await expect(() => expect(workerOf(product.pid)).not.toBe(killed)).toPass();
  // Nothing comes by the dead one any more: what is seen and heard now comes by the new one.
  await showsPicture(agent, 'Live call');
  await hears(agent);
  await hears(customer);
  await closeConversation(agent);
});

test('the customer’s network goes and comes: the same call goes on over new paths', async ({
  customer,
  agent,
  product,
}) => {
  await beginCall(customer, agent);
  await showsPicture(agent, 'Live call');
  const connections = () => customer.evaluate(() => window.connections.length);
  const states = () => customer.evaluate(() => window.connections.map((one) => one.connectionState));
  const paths = () =>
    customer.evaluate(() =>
      window.connections.map(
        ({ remoteDescription }) => /a=ice-ufrag:(\S+)/.exec(remoteDescription?.sdp ?? '')?.[1],
      ),
    );
  const [pathsBefore, connectionsBefore] = [await paths(), await connections()];
  const worker = workerOf(product.pid);
  // Nothing passes any longer, either way: what is sent to a process that stands still is not answered.
  process.kill(worker, 'SIGSTOP');
  await customer.context().setOffline(true);
  await expect.poll(states).toContain('disconnected');
  process.kill(worker, 'SIGCONT');
  await customer.context().setOffline(false);
  await expect.poll(paths).not.toEqual(pathsBefore);
  await showsPicture(agent, 'Live call');
  await hears(agent);
  await hears(customer);
  // New paths for the same connections, not new connections.
  expect(await connections()).toBe(connectionsBefore);
  await closeConversation(agent);
});
