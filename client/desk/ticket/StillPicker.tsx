import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ConversationView } from '#protocol';
import { useStills } from '../call/use-deck.ts';
import { useApi } from '../link/api-context.ts';
import { useDeskWords } from '../words.ts';
import styles from './Ticket.module.css';

/** The photos of the conversation's calls; those chosen go with the ticket. */
export function StillPicker({
  view,
  chosen,
  onChoose,
}: {
  view: ConversationView;
  chosen: string[];
  onChoose: (stills: string[]) => void;
}) {
  const t = useDeskWords();
  const api = useApi();
  const inCall = useStills(view.call);
  const stored = useQuery({
    queryKey: ['stills', view.conversation],
    queryFn: () => api.stills(view.conversation),
  });
  const known = new Set(stored.data?.map(({ id }) => id));
  const stills = [...(stored.data ?? []), ...inCall.filter(({ id }) => !known.has(id))];
  return (
    <fieldset className={styles.photos}>
      <legend className={styles.label}>{t.ticket.photos}</legend>
      {stills.length === 0 && !stored.isPending && <p className={styles.soft}>{t.ticket.noPhotos}</p>}
      {stills.map(({ id, url }, index) => (
        <label className={styles.photo} key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            aria-label={t.ticket.photo(index + 1)}
            onChange={({ currentTarget: { checked } }) =>
              onChoose(checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />
          <img src={url} alt={t.ticket.photo(index + 1)} loading="lazy" />
          <span className={styles.tick} aria-hidden="true">
            <IconCheck size={16} stroke={3} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}
