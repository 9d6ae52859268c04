export interface ChildOptions {
  /** Added to this process's environment. */
  env?: Record<string, string>;
  /** Hand it the terminal itself, for progress bars; the result's tail is empty then. */
  terminal?: boolean;
  quiet?: boolean;
  /** Ends the program and all it started. */
  signal?: AbortSignal;
}

export function runChild(
  command: string,
  args: string[],
  options?: ChildOptions,
): Promise<{ code: number; tail: string }>;
