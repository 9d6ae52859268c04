import { ActionIcon, Button, Kbd, Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconChevronLeft,
  IconDots,
  IconEar,
  IconInfoCircle,
  IconTicket,
  IconUserPlus,
  IconUserShare,
} from '@tabler/icons-react';
import { DropMenu } from '../frame/DropMenu.tsx';
import { MoodTag } from '../frame/MoodTag.tsx';
import type { OpenConversation } from '../state/snapshot.ts';
import { useDesk, useDeskState } from '../state/use-desk.ts';
import { useDeskWords } from '../words.ts';
import styles from './WorkHead.module.css';

/** What opens over the conversation. */
export type WorkSheet = 'close' | 'transfer' | 'invite';

/** Whom this is about, and what can be done with the conversation as a whole. */
export function WorkHead({
  open,
  onSheet,
  onTicket,
  onPanel,
  onBack,
}: {
  open: OpenConversation;
  onSheet: (sheet: WorkSheet) => void;
  onTicket: () => void;
  onPanel: (() => void) | undefined;
  onBack: (() => void) | undefined;
}) {
  const t = useDeskWords();
  const desk = useDesk();
  const calls = useDeskState('calls');
  const { view, role, released } = open;
  const holds = role === 'holder' && !released;
  return (
    <header className={styles.head}>
      {onBack && (
        <ActionIcon variant="subtle" color="gray" size={40} aria-label={t.queue.title} onClick={onBack}>
          <IconChevronLeft size={24} />
        </ActionIcon>
      )}
      <div className={styles.who}>
        <h1 className={styles.name}>
          {view.customer.name}
          <MoodTag reading={view.mood} />
          {role === 'watcher' && (
            <span className={styles.watching}>
              <IconEar size={16} stroke={1.9} aria-hidden="true" />
              {t.queue.watching}
            </span>
          )}
        </h1>
        <p className={styles.reason}>{view.reason}</p>
      </div>
      {onPanel && (
        <ActionIcon variant="subtle" color="gray" size={40} aria-label={t.panel.label} onClick={onPanel}>
          <IconInfoCircle size={24} stroke={1.8} />
        </ActionIcon>
      )}
      {role === 'watcher' && !released && (
        <Button variant="default" onClick={() => void desk.watch(view.conversation, false)}>
          {t.work.stop}
        </Button>
      )}
      {holds && (
        <div className={styles.acts}>
          <Button
            variant="default"
            leftSection={<IconTicket size={18} stroke={1.8} />}
            rightSection={<Kbd size="xs">K</Kbd>}
            onClick={onTicket}
          >
            {t.work.ticket}
          </Button>
          <Button onClick={() => onSheet('close')} rightSection={<Kbd size="xs">C</Kbd>}>
            {t.work.end}
          </Button>
          <DropMenu width={230}>
            <Menu.Target>
              <ActionIcon variant="default" size={36} aria-label={t.work.more}>
                <IconDots size={20} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                leftSection={<IconUserShare size={18} stroke={1.8} />}
                onClick={() => onSheet('transfer')}
              >
                {t.work.transfer}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconArrowBackUp size={18} stroke={1.8} />}
                onClick={() => void desk.handBack(view.conversation)}
              >
                {t.work.handBack}
              </Menu.Item>
              {calls && (
                <Menu.Item
                  leftSection={<IconUserPlus size={18} stroke={1.8} />}
                  onClick={() => onSheet('invite')}
                >
                  {t.work.invite}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </DropMenu>
        </div>
      )}
    </header>
  );
}
