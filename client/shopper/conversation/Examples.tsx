import { UnstyledButton } from '@mantine/core';
import { useI18n } from '../../i18n/index.ts';
import { useVoiceClient } from '../use-voice.ts';
import styles from './Examples.module.css';

/** Requests to try: pressing one says it. */
export function Examples({ examples }: { examples: string[] }) {
  const { t } = useI18n();
  const client = useVoiceClient();
  return (
    <ul className={styles.examples} aria-label={t.welcome.examplesLabel}>
      {examples.map((example) => (
        <li key={example}>
          <UnstyledButton className={styles.example} onClick={() => client.sendText(example)}>
            {example}
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
