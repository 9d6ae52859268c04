/** One thing wrong with a guide: where, what, and what the author can do about it. */
export interface Finding {
  /** A place in the guide: `steps[3] "close-frame"`, `model.glb`. */
  where: string;
  problem: string;
  fix: string;
}
