import {
  IconBulb,
  IconBulbOff,
  IconCameraRotate,
  IconMicrophone,
  IconMicrophoneOff,
  IconPhoneOff,
  IconPhoto,
  IconPlayerPause,
  IconPlayerPlay,
  IconScreenShare,
  IconScreenShareOff,
  IconVideo,
  IconVideoOff,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { CallEngine, CallSnapshot } from '../contract.ts';
import { useCallSnapshot } from '../use-call-snapshot.ts';
import { type CallWords, useCallWords } from '../words.ts';
import styles from './CallControls.module.css';

/** `leave` leaves the others there, `end` ends it for everybody. */
export type Control =
  | 'microphone'
  | 'camera'
  | 'turn'
  | 'torch'
  | 'photo'
  | 'screen'
  | 'hold'
  | 'leave'
  | 'end';

interface Shown {
  Icon: ComponentType<{ size: number }>;
  label: string;
  on: boolean;
  act: () => void;
  danger?: boolean;
}

export interface CallControlsProps {
  engine: CallEngine;
  have: readonly Control[];
  /** What else happens when the person leaves. */
  onLeave?: () => void;
}

/** The call's buttons, large enough for gloves. Those that this device cannot do are not there. */
export function CallControls({ engine, have, onLeave }: CallControlsProps) {
  const t = useCallWords();
  const seen = useCallSnapshot(engine);
  return (
    <div className={styles.controls} role="toolbar" aria-label={t.controls.label}>
      {have.map((control) => {
        const shown = controls[control](engine, seen, t.controls, onLeave);
        if (!shown) return null;
        const { Icon, label, on, act, danger } = shown;
        return (
          <button
            key={control}
            type="button"
            className={styles.control}
            data-control={control}
            data-on={on}
            data-danger={danger ?? false}
            onClick={act}
          >
            <Icon size={26} />
            <span>{label}</span>
          </button>
        );
      })}
    </div>
  );
}

type Make = (
  engine: CallEngine,
  seen: CallSnapshot,
  t: CallWords['controls'],
  onLeave?: () => void,
) => Shown | undefined;

const controls: Record<Control, Make> = {
  microphone: (engine, { own }, t) => {
    const on = own.microphone === 'on';
    return {
      Icon: on ? IconMicrophone : IconMicrophoneOff,
      label: on ? t.mute : t.unmute,
      on,
      act: () => void engine.setMicrophone(!on),
    };
  },
  camera: (engine, { own }, t) => {
    const on = own.camera === 'on';
    return {
      Icon: on ? IconVideo : IconVideoOff,
      label: on ? t.cameraOff : t.cameraOn,
      on,
      act: () => void engine.setCamera(!on),
    };
  },
  turn: (engine, { own }, t) =>
    own.camera === 'on' && own.canTurn
      ? { Icon: IconCameraRotate, label: t.turn, on: true, act: () => void engine.turnCamera() }
      : undefined,
  torch: (engine, { own }, t) =>
    own.torch === 'unavailable'
      ? undefined
      : {
          Icon: own.torch === 'on' ? IconBulb : IconBulbOff,
          label: own.torch === 'on' ? t.torchOff : t.torchOn,
          on: own.torch === 'on',
          act: () => void engine.setTorch(own.torch !== 'on'),
        },
  photo: (engine, { own, room, me }, t) => {
    const customer = room?.peers.find(({ role }) => role === 'customer');
    const shown = { Icon: IconPhoto, label: t.photo, on: true };
    if (customer?.id === me)
      return own.camera === 'on' ? { ...shown, act: () => void engine.takeStill() } : undefined;
    return customer?.device?.stills ? { ...shown, act: () => void engine.askStill() } : undefined;
  },
  screen: (engine, { own }, t) => ({
    Icon: own.screen ? IconScreenShareOff : IconScreenShare,
    label: own.screen ? t.stopSharing : t.share,
    on: own.screen !== undefined,
    act: () => void engine.setScreen(own.screen === undefined),
  }),
  hold: (engine, { held }, t) => ({
    Icon: held ? IconPlayerPlay : IconPlayerPause,
    label: held ? t.resume : t.hold,
    on: !held,
    act: () => void engine.setHeld(!held),
  }),
  leave: (engine, _seen, t, onLeave) => ({
    Icon: IconPhoneOff,
    label: t.end,
    on: true,
    danger: true,
    act: () => void engine.leave().then(onLeave),
  }),
  end: (engine, _seen, t) => ({
    Icon: IconPhoneOff,
    label: t.end,
    on: true,
    danger: true,
    act: () => void engine.end(),
  }),
};
