import { SyntheticEnvironmentModule } from '@iwer/sem';
import { XRDevice } from 'iwer';
import Value from 'typebox/value';
import { optionsName, type PhoneControl, PhoneFeature, PhoneOptions } from './options.ts';
import { overlayOnSessions } from './overlay.ts';
import { turnOf } from './rotation.ts';
import { ScreenTaps } from './screen-taps.ts';

declare global {
  interface Window {
    xrPhone: PhoneControl;
  }
}

/** A phone in a furnished living room. It runs before the page's own scripts, which find it as `navigator.xr`. */
const { without } = Value.Parse(PhoneOptions, Reflect.get(window, optionsName));

const phone = new XRDevice(
  {
    name: 'Phone',
    controllerConfig: undefined,
    supportedSessionModes: ['inline', 'immersive-ar'],
    supportedFeatures: [
      'viewer',
      'local',
      ...PhoneFeature.enum.filter((feature) => !without.includes(feature)),
    ],
    supportedFrameRates: [60],
    isSystemKeyboardSupported: false,
    internalNominalFrameRate: 60,
    environmentBlendModes: { 'immersive-ar': 'alpha-blend' as never },
    interactionMode: 'screen-space' as never,
    userAgent: navigator.userAgent,
  },
  { fovy: Math.PI / 3, stereoEnabled: false, ipd: 0 },
);
phone.ipd = 0;
// Chromium has a navigator.xr of its own, without a device behind it.
phone.installRuntime({ forceInstall: true });
phone.installSEM(SyntheticEnvironmentModule);
overlayOnSessions(phone, new ScreenTaps(phone));

window.xrPhone = {
  ready: Promise.resolve(phone.sem?.loadDefaultEnvironment('living_room')),
  hold(position, pitch, yaw) {
    phone.position.set(...position);
    phone.quaternion.set(...turnOf(pitch, yaw));
  },
  async interrupt() {
    await phone.activeSession?.end();
  },
};
