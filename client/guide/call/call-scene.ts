import type { Mark, ViewPose } from '#protocol/call/drawing';

/** What a call shows in the product's own space, and what it wants to know of it. */
export interface CallScene {
  /** Marks on every surface; the same array as long as nothing changed. */
  marks: readonly Mark[];
  /** The part that is pointed at in the step shown. */
  part: string | undefined;
  /** The person pressed a part in 3D: everybody in the call sees it glow, or no longer. */
  press(part: string): void;
  /** The room view is about to begin. Resolves when the camera is free. */
  enterRoom(): Promise<void>;
  /** It is over, or could not begin. */
  leaveRoom(): void;
  /** Where the phone is in the product's axes. */
  tellView(view: ViewPose): void;
}
