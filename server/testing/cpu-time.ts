/**
 * Milliseconds of processor time that `work` takes of this process, at best of three runs: what other processes do
 * meanwhile does not count, and neither does what is done the first time only.
 */
export function cpuMs(work: () => void): number {
  const runs = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...runs);
}
