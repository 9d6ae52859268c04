import { Kbd } from '@mantine/core';
import { DeskSheet } from '../frame/DeskSheet.tsx';
import { useSettings } from '../frame/settings.ts';
import { useDeskWords } from '../words.ts';
import styles from './KeySheet.module.css';
import { keyCommands, keyOf } from './keys.ts';

/** Every key, and the switch for those who dictate or whose hands need it off. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const t = useDeskWords();
  const [{ keys }, change] = useSettings();
  const others = [
    ['Enter', t.keys.enter],
    ['↑ ↓', t.keys.arrows],
    ['Esc', t.keys.escape],
    ['Enter', t.keys.send],
  ] as const;
  return (
    <DeskSheet title={t.keys.title} onClose={onClose}>
      <p className={styles.say}>{t.keys.say}</p>
      <dl className={styles.keys}>
        {keyCommands.map((command) => (
          <div key={command} data-off={!keys}>
            <dt>
              <Kbd>{keyOf[command].toUpperCase()}</Kbd>
            </dt>
            <dd>{t.keys.names[command]}</dd>
          </div>
        ))}
        {others.map(([key, what]) => (
          <div key={what}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={keys}
          onChange={(event) => change({ keys: event.currentTarget.checked })}
        />
        {t.keys.on}
      </label>
    </DeskSheet>
  );
}
