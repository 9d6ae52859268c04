import { Button } from '@mantine/core';
import type { Reply } from '#protocol';
import { useI18n } from '../../i18n/index.ts';
import { useVoiceClient } from '../use-voice.ts';
import styles from './Choices.module.css';

/** The newest reply's buttons, under the thumb and in sight however long its card is. */
export function Choices({ reply }: { reply: Reply }) {
  const { t } = useI18n();
  const client = useVoiceClient();
  if (reply.choices.length === 0) return null;
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{t.conversation.choices}</legend>
      {reply.choices.map((choice, index) => (
        <Button
          key={choice.id}
          className={styles.choice}
          h="auto"
          mih={48}
          variant={reply.expecting === 'confirmation' && index === 0 ? 'filled' : 'default'}
          onClick={() => client.choose(reply.id, choice.id)}
        >
          {choice.label}
        </Button>
      ))}
    </fieldset>
  );
}
