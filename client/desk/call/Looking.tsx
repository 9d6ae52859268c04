import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { CallEngine } from '../../call/contract.ts';
import { CallStage, GuideScene, useCallSnapshot, useCallWords } from '../../call/index.ts';
import styles from './CallPane.module.css';

type Look = 'camera' | 'product';

/** The customer's camera or, where they build by a guide, the product as they see it; in AR there is no camera to see. */
export function Looking({ engine, draws }: { engine: CallEngine; draws: boolean }) {
  const t = useCallWords().scene;
  const { room } = useCallSnapshot(engine);
  const [chosen, setChosen] = useState<Look>();
  const guide = room?.guide;
  const immersive = room?.peers.some(({ role, device }) => role === 'customer' && device?.immersive) ?? false;
  const look = chosen ?? (immersive ? 'product' : 'camera');
  if (!guide) return <CallStage engine={engine} draws={draws} />;
  return (
    <div className={styles.looking}>
      <SegmentedControl
        className={styles.choice}
        size="sm"
        aria-label={t.looks}
        value={look}
        onChange={(value) => setChosen(value as Look)}
        data={[
          { value: 'camera', label: t.camera },
          { value: 'product', label: t.product },
        ]}
      />
      {look === 'product' ? (
        <GuideScene engine={engine} guide={guide} />
      ) : (
        <CallStage engine={engine} draws={draws} />
      )}
    </div>
  );
}
