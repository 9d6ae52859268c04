import {
  IconMessage,
  IconMicrophone,
  IconPhone,
  IconPlayerRecordFilled,
  IconShieldCheck,
  IconStar,
  IconStarFilled,
  IconVideo,
} from '@tabler/icons-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { deskPaths, type Rating } from '#protocol';
import { nothing, request } from '../../http.ts';
import type { VoiceClient } from '../../voice/contract.ts';
import type { CallEngine, CallSnapshot } from '../contract.ts';
import { createCallEngine } from '../engine/create-call-engine.ts';
import { createCallLink } from '../link/call-link.ts';
import { useCallWords } from '../words.ts';
import styles from './Cards.module.css';
import { InCall } from './InCall.tsx';

export interface CustomerCallProps {
  voice: VoiceClient;
  beginsSmall?: boolean;
  /** The call's engine while the customer is in it, for what lies around. */
  onEngine?: (engine: CallEngine | undefined) => void;
}

type CallWay = 'video' | 'voice' | 'write';

const icon = { size: 26, 'aria-hidden': true } as const;

/** Somebody is there. The person says how to go on before the browser is asked for anything. */
function CallOffer({
  name,
  recorded,
  onChoose,
}: {
  name: string;
  recorded: boolean;
  onChoose: (way: CallWay) => void;
}) {
  const t = useCallWords().offer;
  return (
    <section className={styles.card} aria-labelledby="call-offer" data-call="offer">
      <h2 id="call-offer" className={styles.title}>
        {t.title(name)}
      </h2>
      <p className={styles.privacy}>
        {recorded ? (
          <IconPlayerRecordFilled className={styles.recorded} size={20} aria-hidden />
        ) : (
          <IconShieldCheck size={20} aria-hidden />
        )}
        <span>{recorded ? t.privacyRecorded(name) : t.privacy(name)}</span>
      </p>
      <p className={styles.body}>{t.body}</p>
      <div className={styles.ways}>
        <button type="button" className={styles.way} data-main="true" onClick={() => onChoose('video')}>
          <IconVideo {...icon} />
          <span className={styles.wayWords}>
            <b>{t.video}</b>
            <small>{t.videoHint}</small>
          </span>
        </button>
        <button type="button" className={styles.way} onClick={() => onChoose('voice')}>
          <IconMicrophone {...icon} />
          <span className={styles.wayWords}>
            <b>{t.voice}</b>
            <small>{t.voiceHint}</small>
          </span>
        </button>
        <button type="button" className={styles.way} onClick={() => onChoose('write')}>
          <IconMessage {...icon} />
          <span className={styles.wayWords}>
            <b>{t.write}</b>
            <small>{t.writeHint}</small>
          </span>
        </button>
      </div>
    </section>
  );
}

interface RatingCardProps {
  onRate: (stars: number) => Promise<void>;
  onDismiss: () => void;
}

/** One tap, and that is all. */
function RatingCard({ onRate, onDismiss }: RatingCardProps) {
  const t = useCallWords().rating;
  const [given, setGiven] = useState<number>();
  const [state, setState] = useState<'open' | 'sent' | 'failed'>('open');
  if (state === 'sent') {
    return (
      <p className={styles.thanks} role="status">
        {t.thanks}
      </p>
    );
  }
  const give = (stars: number) => {
    setGiven(stars);
    onRate(stars).then(
      () => setState('sent'),
      (error: unknown) => {
        console.warn(error);
        setState('failed');
      },
    );
  };
  return (
    <fieldset className={styles.rating}>
      <legend className={styles.question}>{t.question}</legend>
      <div className={styles.stars}>
        {[1, 2, 3, 4, 5].map((stars) => (
          <button
            key={stars}
            type="button"
            className={styles.star}
            aria-label={t.label(stars)}
            onClick={() => give(stars)}
          >
            {stars <= (given ?? 0) ? <IconStarFilled size={34} /> : <IconStar size={34} stroke={1.5} />}
          </button>
        ))}
      </div>
      <p className={styles.ends} aria-hidden="true">
        <span>{t.worst}</span>
        <span>{t.best}</span>
      </p>
      {state === 'failed' && (
        <p className={styles.failed} role="alert">
          {t.failed}
        </p>
      )}
      <button type="button" className={styles.quiet} onClick={onDismiss}>
        {t.dismiss}
      </button>
    </fieldset>
  );
}

/** Tells how it was. Rejects where the server does not take it. */
async function rate(conversation: string, rating: Rating, token: string): Promise<void> {
  await request(deskPaths.rating(conversation), nothing, { method: 'POST', body: rating, token });
}

/** From "Ana is here" to "How was it?". Without staff and without a question it shows nothing. */
export function CustomerCall({ voice, beginsSmall = false, onEngine }: CustomerCallProps) {
  const t = useCallWords();
  const { staff, ratingOf } = useSyncExternalStore(voice.subscribe, voice.getSnapshot);
  const [writes, setWrites] = useState<string>();
  const { handle, open, close } = useCall(voice, onEngine);
  const name = useLast(staff?.name) ?? '';
  const call = handle ? handle.engine : undefined;
  const ended = useEnded(call);

  const choose = (way: CallWay) => {
    if (!staff) return;
    setWrites(staff.call);
    if (way !== 'write') open(staff.call, way);
  };
  if (call && !ended) return <InCall engine={call} name={name} beginsSmall={beginsSmall} onLeave={close} />;
  // Somebody who waits for an answer comes before the question about the call before.
  if (staff && staff.call !== writes) {
    return <CallOffer name={staff.name} recorded={staff.recorded === true} onChoose={choose} />;
  }
  if (ratingOf) {
    return (
      <section className={styles.card} aria-label={t.rating.question} data-call="rating">
        {ended && <p className={styles.body}>{reasonOf(ended, name, t)}</p>}
        <RatingCard
          key={ratingOf}
          onRate={async (stars) => rate(ratingOf, { stars }, await voice.token())}
          onDismiss={() => {
            voice.dismissRating();
            close();
          }}
        />
      </section>
    );
  }
  if (staff && !ended) {
    return (
      <section className={styles.strip} aria-label={t.offer.title(staff.name)} data-call="writing">
        <span>{t.offer.title(staff.name)}</span>
        <button type="button" className={styles.call} onClick={() => setWrites(undefined)}>
          <IconPhone size={20} aria-hidden />
          {t.offer.later(staff.name)}
        </button>
      </section>
    );
  }
  return ended ? (
    <p className={styles.strip} role="status" data-call="ended">
      {t.ended.title} {reasonOf(ended, name, t)}
    </p>
  ) : null;
}

type Ended = NonNullable<CallSnapshot['ended']>;

function reasonOf(ended: Ended, name: string, t: ReturnType<typeof useCallWords>): string {
  return ended === 'staff_ended' ? t.ended.staff_ended(name) : t.ended[ended];
}

interface CustomerCallHandle {
  engine: CallEngine;
  /** Leaves, and lets go of devices and line. */
  close(): void;
}

/** A call as the customer is in it: its signalling travels over their voice socket. Nothing is asked for or sent yet. */
function openCustomerCall(voice: VoiceClient, call: string): CustomerCallHandle {
  const link = createCallLink({ call, post: (message) => carriage.post(message) });
  const carriage = voice.carryCall(call, link);
  const engine = createCallEngine({
    link,
    role: 'customer',
    stills: {
      address: `/v1/calls/${encodeURIComponent(call)}/stills`,
      headers: async () => ({ authorization: `Bearer ${await voice.token()}` }),
    },
  });
  return {
    engine,
    close() {
      engine.dispose();
      carriage.stop();
    },
  };
}

/** The call the customer is in. While they are, Hexkey itself neither listens nor speaks. */
function useCall(voice: VoiceClient, onEngine: CustomerCallProps['onEngine']) {
  const [handle, setHandle] = useState<CustomerCallHandle>();
  const heard = useRef(onEngine);
  heard.current = onEngine;
  const ended = useEnded(handle?.engine);

  useEffect(() => {
    if (!handle || ended) return;
    voice.setInCall(true);
    heard.current?.(handle.engine);
    return () => {
      voice.setInCall(false);
      heard.current?.(undefined);
    };
  }, [handle, ended, voice]);
  useEffect(() => () => handle?.close(), [handle]);

  return {
    handle,
    open(call: string, way: Exclude<CallWay, 'write'>) {
      const opened = openCustomerCall(voice, call);
      // In the same press, so that the browser takes it as the person's wish.
      voice.setInCall(true);
      void opened.engine.join({ microphone: true, camera: way === 'video' ? 'rear' : undefined });
      setHandle(opened);
    },
    close: () => setHandle(undefined),
  };
}

const never = () => () => undefined;

const useEnded = (engine: CallEngine | undefined): Ended | undefined =>
  useSyncExternalStore(engine?.subscribe ?? never, () => engine?.getSnapshot().ended);

/** The last value that there was. */
function useLast<Value>(value: Value | undefined): Value | undefined {
  const last = useRef(value);
  if (value !== undefined) last.current = value;
  return last.current;
}
