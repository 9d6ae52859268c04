import Type, { type Static } from 'typebox';

/** What the emulated phone can do beyond showing a session, as WebXR names it. */
export const PhoneFeature = Type.Enum(['local-floor', 'anchors', 'hit-test', 'dom-overlay', 'depth-sensing']);
export type PhoneFeature = Static<typeof PhoneFeature>;

export const PhoneOptions = Type.Object({
  /** Features that this phone lacks. */
  without: Type.Array(PhoneFeature),
});
export type PhoneOptions = Static<typeof PhoneOptions>;

/** Where the options wait for the emulator in the page. */
export const optionsName = 'xrPhoneOptions';

/** What a test does with the phone in the page, as `window.xrPhone`. */
export interface PhoneControl {
  /** Holds the phone at a place in the room, metres; pitch up and yaw to the left, degrees. */
  hold(position: readonly [number, number, number], pitch: number, yaw: number): void;
  /** Resolves when the room can be seen and touched. */
  ready: Promise<void>;
  /** The system takes the session away, as it does for a call or a locked screen. */
  interrupt(): Promise<void>;
}
