import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun, IconVolume, IconVolumeOff, IconX } from '@tabler/icons-react';
import { useI18n } from '../i18n/index.ts';
import { Logo } from '../ui/index.ts';
import styles from './ShopperHeader.module.css';

export interface ShopperHeaderProps {
  muted: boolean;
  onMuted: (muted: boolean) => void;
  onLanguage: () => void;
  /** Given where the page lies in a shop's page. */
  onClose: (() => void) | undefined;
}

export function ShopperHeader({ muted, onMuted, onLanguage, onClose }: ShopperHeaderProps) {
  const { t, language } = useI18n();
  return (
    <header className={styles.header}>
      <Logo size={30} />
      <h1 className={styles.name}>{t.name}</h1>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={44}
        className={styles.button}
        aria-label={muted ? t.header.unmute : t.header.mute}
        title={muted ? t.header.unmute : t.header.mute}
        onClick={() => onMuted(!muted)}
      >
        {muted ? <IconVolumeOff size={22} stroke={1.7} /> : <IconVolume size={22} stroke={1.7} />}
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={44}
        className={styles.button}
        aria-label={t.switchLanguageLabel}
        title={t.switchLanguageLabel}
        onClick={onLanguage}
      >
        <span lang={language === 'en' ? 'zh-Hans' : 'en'}>{t.switchLanguage}</span>
      </ActionIcon>
      <ColourSchemeButton />
      {onClose && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          className={styles.button}
          aria-label={t.header.close}
          onClick={onClose}
        >
          <IconX size={22} stroke={1.7} />
        </ActionIcon>
      )}
    </header>
  );
}

/** Light and dark follow the system until it is pressed. */
function ColourSchemeButton() {
  const { t } = useI18n();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const label = dark ? t.header.toLight : t.header.toDark;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={44}
      className={styles.button}
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      {dark ? <IconSun size={22} stroke={1.7} /> : <IconMoon size={22} stroke={1.7} />}
    </ActionIcon>
  );
}
