import { Menu, UnstyledButton, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import {
  IconBell,
  IconBellOff,
  IconBellRinging,
  IconKey,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSun,
  IconVolume,
  IconVolumeOff,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { Language } from '#protocol';
import { useLanguage } from '../../i18n/index.ts';
import { askForNotifications, chime, notificationState } from '../alert/Alerts.tsx';
import { useApi } from '../link/api-context.ts';
import { useDeskState } from '../state/use-desk.ts';
import { useDeskWords } from '../words.ts';
import styles from './DeskHeader.module.css';
import { DropMenu } from './DropMenu.tsx';
import { PasswordSheet } from './PasswordSheet.tsx';
import { useSettings } from './settings.ts';

/** One's own account, and how the desk sounds, looks and speaks. */
export function AccountMenu({ onLanguage }: { onLanguage: (language: Language) => void }) {
  const t = useDeskWords();
  const { language } = useLanguage();
  const api = useApi();
  const me = useDeskState('me');
  const [settings, change] = useSettings();
  const [changingPassword, setChangingPassword] = useState(false);
  const [notices, setNotices] = useState(notificationState);
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const name = me?.name ?? '';
  const signOut = async () => {
    await api.signOut();
    sessionStorage.clear();
    location.reload();
  };
  return (
    <>
      <DropMenu width={270}>
        <Menu.Target>
          <UnstyledButton className={styles.account} aria-label={`${initials(name)} ${t.header.account}`}>
            {initials(name)}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {me && (
            <Menu.Label>
              {me.name} · {t.roles[me.role]}
            </Menu.Label>
          )}
          <Menu.Item
            closeMenuOnClick={false}
            leftSection={settings.sound ? <IconVolume size={18} /> : <IconVolumeOff size={18} />}
            onClick={() => {
              change({ sound: !settings.sound });
              if (!settings.sound) chime().catch((error: unknown) => console.warn(error));
            }}
          >
            {settings.sound ? t.header.soundOn : t.header.soundOff}
          </Menu.Item>
          {notices !== 'unavailable' && (
            <Menu.Item
              closeMenuOnClick={false}
              disabled={notices !== 'default'}
              leftSection={
                notices === 'granted' ? (
                  <IconBellRinging size={18} />
                ) : notices === 'denied' ? (
                  <IconBellOff size={18} />
                ) : (
                  <IconBell size={18} />
                )
              }
              onClick={() => void askForNotifications().then(setNotices)}
            >
              {notices === 'granted'
                ? t.header.notifyOn
                : notices === 'denied'
                  ? t.header.notifyDenied
                  : t.header.notify}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={scheme === 'dark' ? <IconSun size={18} /> : <IconMoon size={18} />}
            onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
          >
            {scheme === 'dark' ? t.header.light : t.header.dark}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLanguage size={18} />}
            lang={language === 'en' ? 'zh-Hans' : 'en'}
            onClick={() => onLanguage(language === 'en' ? 'zh' : 'en')}
          >
            {t.header.language}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconKey size={18} />} onClick={() => setChangingPassword(true)}>
            {t.password.title}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={18} />} onClick={() => void signOut()}>
            {t.header.signOut}
          </Menu.Item>
        </Menu.Dropdown>
      </DropMenu>
      {changingPassword && me && (
        <PasswordSheet email={me.email} onClose={() => setChangingPassword(false)} />
      )}
    </>
  );
}

/** Of the first and the last word; one sign of a name that has no words. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? '')][0] ?? '';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toUpperCase();
}
