export { openStorage, type Preferences, readPreferences, writePreferences } from './preferences.ts';
export { demoToken } from './session/demo-token.ts';
export { type HostPage, openHostPage, quietWhenClosed } from './session/host-page.ts';
export { useVoice, useVoiceClient, VoiceContext } from './use-voice.ts';
