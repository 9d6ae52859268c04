import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import {
  type ConversationView,
  type Department,
  departments,
  type TicketDraft,
  type TicketState,
} from '#protocol';
import { useStills } from '../call/use-deck.ts';
import { useErrorWords } from '../frame/use-error-words.ts';
import { useApi } from '../link/api-context.ts';
import { drafts, useDesk } from '../state/use-desk.ts';
import { useDeskWords } from '../words.ts';
import { draftOf, faultsOf, formOf, keepChanges, readKeptChanges } from './form.ts';
import styles from './Ticket.module.css';
import type { TicketChanges } from './ticket-changes.ts';

const states = ['open', 'waiting_for_customer', 'solved', 'closed'] as const satisfies TicketState[];

/** The photos of the conversation's calls; those chosen go with the ticket. */
function StillPicker({
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

/** The fields of a ticket. What is changed is kept until it is saved; the others follow the draft. */
export function TicketFields({
  draft,
  view,
  onClose,
}: {
  draft: TicketDraft;
  view: ConversationView;
  onClose: () => void;
}) {
  const t = useDeskWords();
  const api = useApi();
  const desk = useDesk();
  const errorWords = useErrorWords();
  const { conversation } = view;
  const [changes, setChanges] = useState(() => readKeptChanges(conversation));
  const form = { ...formOf(draft), ...changes };
  const [tried, setTried] = useState(false);
  const faults = faultsOf(form);
  const flawless = Object.keys(faults).length === 0;
  const change = (part: TicketChanges) => setChanges((now) => ({ ...now, ...part }));
  const field = (name: 'problem' | 'order' | 'product' | 'part' | 'stepsTried' | 'keyLines' | 'due') => ({
    label: t.ticket[name],
    value: form[name],
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  });

  useEffect(() => keepChanges(conversation, changes), [conversation, changes]);

  const save = useMutation({
    mutationFn: () => api.openTicket(draftOf(conversation, form)),
    onSuccess: (ticket) => {
      drafts.write('ticket', conversation, '');
      desk.amend(conversation, (open) => ({
        ...open,
        view: { ...open.view, tickets: [...open.view.tickets, ticket] },
      }));
    },
  });
  const saveThen = (then: () => void) => {
    setTried(true);
    if (flawless) save.mutate(undefined, { onSuccess: then });
  };
  const closeToo = async () => {
    const { done } = await desk.closeConversation(conversation);
    if (done) drafts.forget(conversation);
    onClose();
  };

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        saveThen(onClose);
      }}
    >
      <Textarea
        {...field('problem')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        error={tried && faults.problem && t.ticket.problemMissing}
      />
      <div className={styles.pair}>
        <NativeSelect
          label={t.ticket.department}
          value={form.department}
          data={departments.map((value) => ({ value, label: t.departments[value] }))}
          onChange={(event) => change({ department: event.currentTarget.value as Department })}
        />
        <NativeSelect
          label={t.ticket.state}
          value={form.state}
          data={states.map((value) => ({ value, label: t.ticketStates[value] }))}
          onChange={(event) => change({ state: event.currentTarget.value as TicketState })}
        />
      </div>
      <TextInput {...field('due')} type="datetime-local" error={tried && faults.due && t.ticket.dueMissing} />
      <div className={styles.pair}>
        <TextInput
          {...field('order')}
          maxLength={40}
          error={tried && faults.order && t.ticket.noOrderNumber}
        />
        <TextInput {...field('part')} maxLength={120} />
      </div>
      <TextInput {...field('product')} maxLength={120} />
      <Textarea {...field('stepsTried')} description={t.ticket.oneALine} autosize minRows={2} maxRows={8} />
      <Textarea {...field('keyLines')} description={t.ticket.oneALine} autosize minRows={2} maxRows={10} />
      {form.facts.length > 0 && (
        <div>
          <h3 className={styles.label}>{t.ticket.facts}</h3>
          <dl className={styles.facts}>
            {form.facts.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      <StillPicker view={view} chosen={form.stills} onChoose={(stills) => change({ stills })} />
      {save.isError && (
        <p className={styles.error} role="alert">
          {errorWords(save.error)}
        </p>
      )}
      <div className={styles.buttons}>
        <Button type="submit" variant="default" loading={save.isPending}>
          {t.ticket.save}
        </Button>
        <Button loading={save.isPending} onClick={() => saveThen(() => void closeToo())}>
          {t.ticket.saveAndClose}
        </Button>
      </div>
    </form>
  );
}
