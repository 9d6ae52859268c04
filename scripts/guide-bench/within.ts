/** How long one wait of the bench may last, in milliseconds: far more than any takes on a slow machine. */
const limit = 60_000;

/** What `wait` resolves to. Rejects after a minute with what was waited for, so that a page that hangs ends the run. */
export async function within<Value>(what: string, wait: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Waited ${limit / 1000} s for ${what}.`)), limit);
  });
  return Promise.race([wait, late]).finally(() => clearTimeout(timer));
}
