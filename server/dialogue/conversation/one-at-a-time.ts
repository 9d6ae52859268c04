/** Runs what is asked for one key after another, different keys side by side. */
export function oneAtATime(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const tails = new Map<string, Promise<unknown>>();
  return <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const turn = (tails.get(key) ?? Promise.resolve()).then(work, work);
    tails.set(key, turn);
    const clear = () => {
      if (tails.get(key) === turn) tails.delete(key);
    };
    turn.then(clear, clear);
    return turn;
  };
}
