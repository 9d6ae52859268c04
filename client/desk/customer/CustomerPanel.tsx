import { Button, Skeleton, Textarea } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { CallGuide, ConversationView, OrderBrief, OrderView, Ticket } from '#protocol';
import { GuideApi } from '../../guide/index.ts';
import { useI18n, useLanguage } from '../../i18n/index.ts';
import { Milestones, OrderEvents } from '../../shopper/cards/index.ts';
import { useEngineGuide } from '../call/use-deck.ts';
import { Duration, durationWords } from '../frame/Duration.tsx';
import { useErrorWords } from '../frame/use-error-words.ts';
import { useCommand } from '../keys/keys.ts';
import { useApi } from '../link/api-context.ts';
import { Recordings } from '../recordings/Recordings.tsx';
import { useDesk, useDraft } from '../state/use-desk.ts';
import { useDeskWords } from '../words.ts';
import { MoodChart } from './MoodChart.tsx';
import styles from './Panel.module.css';

/** Guides are open to everybody: no token is asked for. */
const guides = new GuideApi(() => Promise.reject(new Error('The desk reads guides and nothing else.')));

/** Where the customer is in their guide, since when, and how it should look there. */
function GuideSection({ guide: { slug, step, enteredAt } }: { guide: CallGuide }) {
  const t = useDeskWords();
  const { language } = useLanguage();
  const guide = useQuery({
    queryKey: ['guide', slug],
    queryFn: () => guides.guide(slug),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const picture = useQuery({
    queryKey: ['step picture', slug, step],
    queryFn: async () => {
      const { takeStepPicture } = await import('./step-picture.ts');
      return guide.data ? takeStepPicture(guide.data, step) : '';
    },
    enabled: guide.data !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const steps = guide.data?.steps.length ?? 0;
  const now = guide.data?.steps[step - 1];
  const title = step === 0 ? t.queue.layingOut : (now?.title[language] ?? '');
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t.panel.guide}</h2>
      {picture.isPending && !picture.isError && <Skeleton className={styles.picture} animate />}
      {picture.isError && (
        <img
          className={styles.picture}
          src={`/guides/${slug}/thumbnail.png`}
          alt={t.panel.stepPicture(title)}
        />
      )}
      {picture.data && <img className={styles.picture} src={picture.data} alt={t.panel.stepPicture(title)} />}
      <p className={styles.strong}>{title}</p>
      <p className={styles.soft}>
        {step > 0 && steps > 0 && `${t.queue.step(Math.min(step, steps), steps)}, `}
        <Duration since={enteredAt} say={t.panel.stepFor} />
      </p>
      {now && <p className={styles.say}>{now.say[language]}</p>}
      <a className={styles.link} href={`/guide/${slug}`} target="_blank" rel="noreferrer">
        {t.panel.openGuide}
        <IconExternalLink size={15} stroke={2} aria-hidden="true" />
      </a>
    </section>
  );
}

/** The order this is about, with all that happened to it; the customer's others below. */
function OrderSection({ view }: { view: ConversationView }) {
  const t = useDeskWords();
  const others = view.orders.filter(({ number }) => number !== view.order?.number);
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t.panel.order}</h2>
      {view.order ? <Order order={view.order} /> : <p className={styles.soft}>{t.panel.noOrder}</p>}
      {others.length > 0 && (
        <details className={styles.more}>
          <summary>
            {t.panel.orders} ({others.length})
          </summary>
          <ul className={styles.plain}>
            {others.map((order) => (
              <li key={order.number}>
                <Head order={order} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Order({ order }: { order: OrderView }) {
  const t = useDeskWords();
  const { format } = useI18n();
  const { address, carrier, trackingNumber, delayDays } = order;
  return (
    <>
      <Head order={order} />
      <Milestones state={order.state} />
      {delayDays > 0 && <p className={styles.late}>{t.panel.late(delayDays)}</p>}
      <dl className={styles.facts}>
        <dt>{t.panel.address}</dt>
        <dd>
          {address.street}, {address.postcode} {address.city}, {format.country(address.country)}
        </dd>
        {carrier && (
          <>
            <dt>{t.panel.carrier}</dt>
            <dd>
              {carrier} {trackingNumber}
            </dd>
          </>
        )}
      </dl>
      <OrderEvents events={order.events} />
    </>
  );
}

function Head({ order }: { order: OrderBrief }) {
  const { t, format } = useI18n();
  return (
    <div className={styles.order}>
      <img src={order.mainProduct.picture} alt="" width={48} height={48} loading="lazy" />
      <div>
        <p className={styles.strong}>{order.mainProduct.name}</p>
        <p className={styles.soft}>
          {order.number} · {format.money(order.total)} · {t.order.states[order.state]}
        </p>
      </div>
    </div>
  );
}

/** What staff keep for one another; customers never see it. */
function NotesSection({ view }: { view: ConversationView }) {
  const t = useDeskWords();
  const { format } = useLanguage();
  const api = useApi();
  const desk = useDesk();
  const errorWords = useErrorWords();
  const [text, setText] = useDraft('note', view.conversation);
  const field = useRef<HTMLTextAreaElement>(null);
  useCommand('note', () => field.current?.focus());
  const add = useMutation({
    mutationFn: () => api.addNote(view.conversation, text.trim()),
    onSuccess: (note) => {
      desk.amend(view.conversation, (open) => ({
        ...open,
        view: { ...open.view, notes: [...open.view.notes.filter(({ id }) => id !== note.id), note] },
      }));
      setText('');
    },
  });
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t.panel.notes}</h2>
      {view.notes.length === 0 && <p className={styles.soft}>{t.panel.noNotes}</p>}
      <ul className={styles.plain}>
        {view.notes.map(({ id, by, text: note, at }) => (
          <li className={styles.note} key={id}>
            <p>{note}</p>
            <span className={styles.soft}>
              {by}, <time dateTime={at}>{format.moment(at)}</time>
            </span>
          </li>
        ))}
      </ul>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <Textarea
          ref={field}
          aria-label={t.panel.noteLabel}
          placeholder={t.panel.noteLabel}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') field.current?.blur();
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim()) add.mutate();
          }}
        />
        {add.isError && (
          <p className={styles.error} role="alert">
            {errorWords(add.error)}
          </p>
        )}
        {text.trim() !== '' && (
          <Button type="submit" variant="default" loading={add.isPending}>
            {t.panel.noteAdd}
          </Button>
        )}
      </form>
    </section>
  );
}

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

/** Who the customer is, as far as the shop knows. */
export function ProfileSection({ view }: { view: ConversationView }) {
  const t = useDeskWords();
  const { format } = useLanguage();
  const { customer, language, requestedAt, takenAt } = view;
  const waited = durationWords(t, Date.parse(takenAt) - Date.parse(requestedAt));
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t.panel.profile}</h2>
      <dl className={styles.facts}>
        {customer.email && (
          <>
            <dt>{t.panel.email}</dt>
            <dd>{customer.email}</dd>
          </>
        )}
        {customer.since && (
          <>
            <dt>{t.panel.since}</dt>
            <dd>{format.day(customer.since.slice(0, 10))}</dd>
          </>
        )}
        <dt>{t.panel.contacts}</dt>
        <dd>{customer.contacts}</dd>
        <dt>{t.panel.language}</dt>
        <dd>{t.panel.languages[language]}</dd>
        <dt>{t.queue.title}</dt>
        <dd>{t.panel.taken(waited)}</dd>
      </dl>
    </section>
  );
}

/** The tickets of this customer's conversation; nothing where there is none. */
export function TicketsSection({ tickets }: { tickets: Ticket[] }) {
  const t = useDeskWords();
  const { format } = useLanguage();
  if (tickets.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t.panel.tickets}</h2>
      <ul className={styles.plain}>
        {tickets.map(({ number, problem, department, state, dueAt }) => (
          <li className={styles.note} key={number}>
            <p>
              <strong>{number}</strong> {problem}
            </p>
            <span className={styles.soft}>
              {t.departments[department]} · {t.ticketStates[state]} · {t.panel.due(format.moment(dueAt))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
