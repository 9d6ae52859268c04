import type { ConversationView } from '#protocol';
import { useEngineGuide } from '../call/use-deck.ts';
import { Recordings } from '../recordings/Recordings.tsx';
import { useDeskWords } from '../words.ts';
import { GuideSection } from './GuideSection.tsx';
import { MoodChart } from './MoodChart.tsx';
import { NotesSection } from './NotesSection.tsx';
import { OrderSection } from './OrderSection.tsx';
import styles from './Panel.module.css';
import { ProfileSection } from './ProfileSection.tsx';
import { TicketsSection } from './TicketsSection.tsx';

/** Everything known of the customer, the most pressing first. */
export function CustomerPanel({ view, notes }: { view: ConversationView; notes: boolean }) {
  const t = useDeskWords();
  const guide = useEngineGuide(view.call) ?? view.guide;
  return (
    <aside className={styles.panel} aria-label={t.panel.label}>
      {guide && <GuideSection guide={guide} />}
      <OrderSection view={view} />
      <section className={styles.section}>
        <h2 className={styles.heading}>{t.panel.mood}</h2>
        <MoodChart readings={view.moodOverTime} />
      </section>
      {notes && <NotesSection key={view.conversation} view={view} />}
      <TicketsSection tickets={view.tickets} />
      <Recordings conversation={view.conversation} className={styles.section} />
      <ProfileSection view={view} />
    </aside>
  );
}
