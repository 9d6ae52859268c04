import { ActionIcon, Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconKeyboard } from '@tabler/icons-react';
import type { Language, Presence } from '#protocol';
import { Logo } from '../../ui/index.ts';
import { useCommandBoard } from '../keys/keys.ts';
import { useDesk, useDeskState } from '../state/use-desk.ts';
import { useDeskWords } from '../words.ts';
import { AccountMenu } from './AccountMenu.tsx';
import styles from './DeskHeader.module.css';
import { DropMenu } from './DropMenu.tsx';
import { PresenceDot } from './PresenceDot.tsx';
import type { DeskPart } from './parts.ts';

const choices = ['available', 'busy', 'away'] as const satisfies Presence[];

export function DeskHeader({
  part,
  onPart,
  onLanguage,
}: {
  part: DeskPart;
  onPart: (part: DeskPart) => void;
  onLanguage: (language: Language) => void;
}) {
  const t = useDeskWords();
  const me = useDeskState('me');
  const board = useCommandBoard();
  const shown: DeskPart[] =
    me?.role === 'admin' || me?.role === 'supervisor'
      ? ['desk', 'tickets', 'wall', 'figures', 'articles', 'gaps', 'admin']
      : ['desk', 'tickets', 'figures', 'articles'];
  return (
    <header className={styles.header}>
      <Logo size={28} />
      <nav className={styles.nav} aria-label={t.header.nav}>
        {shown.map((one) => (
          <a
            key={one}
            className={styles.part}
            href={`#${one}`}
            aria-current={one === part ? 'page' : undefined}
            onClick={(event) => {
              event.preventDefault();
              onPart(one);
            }}
          >
            {t.header[one]}
          </a>
        ))}
      </nav>
      <PresenceMenu />
      <ActionIcon
        className={styles.keys}
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t.header.keys}
        onClick={() => board.run('keys')}
      >
        <IconKeyboard size={22} stroke={1.7} />
      </ActionIcon>
      <AccountMenu onLanguage={onLanguage} />
    </header>
  );
}

function PresenceMenu() {
  const t = useDeskWords();
  const desk = useDesk();
  const presence = useDeskState('presence');
  return (
    <DropMenu>
      <Menu.Target>
        <UnstyledButton
          className={styles.presence}
          aria-label={`${t.header.presence}: ${t.header.presences[presence]}`}
        >
          <PresenceDot presence={presence} />
          <span className={styles.word}>{t.header.presences[presence]}</span>
          <IconChevronDown size={16} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map((choice) => (
          <Menu.Item
            key={choice}
            leftSection={<PresenceDot presence={choice} />}
            onClick={() => desk.setPresence(choice)}
          >
            {t.header.presences[choice]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </DropMenu>
  );
}
