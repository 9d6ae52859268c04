import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Department, departments, type Ticket, type TicketFilter } from '#protocol';
import { useLanguage } from '../../i18n/index.ts';
import { DeskSheet } from '../frame/DeskSheet.tsx';
import page from '../frame/page.module.css';
import { useErrorWords } from '../frame/use-error-words.ts';
import { Waiting } from '../frame/Waiting.tsx';
import { useApi } from '../link/api-context.ts';
import { useDeskWords } from '../words.ts';
import styles from './Tickets.module.css';

const which = ['unsolved', 'overdue', 'all'] as const satisfies TicketFilter['which'][];
const pageSize = 50;
/** Somebody else may have solved one meanwhile. */
const againMs = 30_000;

/** Every ticket, whoever wrote it: what is due first comes first. */
export function TicketsPage() {
  const t = useDeskWords();
  const api = useApi();
  const errorWords = useErrorWords();
  const [filter, setFilter] = useState<TicketFilter>({ which: 'unsolved', page: 0 });
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search.trim(), 250);
  const [shown, setShown] = useState<Ticket>();
  const narrow = (part: Partial<TicketFilter>) => setFilter((now) => ({ ...now, page: 0, ...part }));
  const asked: TicketFilter = { ...filter, ...(settled && { search: settled }) };
  const list = useQuery({
    queryKey: ['tickets', asked],
    queryFn: () => api.tickets(asked),
    placeholderData: keepPreviousData,
    refetchInterval: againMs,
  });
  const pages = Math.ceil((list.data?.found ?? 0) / pageSize);
  return (
    <main className={page.page}>
      <h1 className={page.title}>{t.tickets.title}</h1>
      <div className={styles.bar}>
        <SegmentedControl
          aria-label={t.tickets.which}
          value={filter.which}
          data={which.map((value) => ({ value, label: t.tickets.whiches[value] }))}
          onChange={(value) => narrow({ which: which.find((one) => one === value) ?? 'unsolved' })}
        />
        <NativeSelect
          className={styles.department}
          aria-label={t.ticket.department}
          value={filter.department ?? ''}
          data={[
            { value: '', label: t.tickets.everyDepartment },
            ...departments.map((value) => ({ value, label: t.departments[value] })),
          ]}
          onChange={({ currentTarget: { value } }) => setFilter(withDepartment(filter, value))}
        />
        <TextInput
          className={styles.search}
          type="search"
          maxLength={120}
          aria-label={t.tickets.search}
          placeholder={t.tickets.search}
          value={search}
          onChange={({ currentTarget: { value } }) => {
            setSearch(value);
            narrow({});
          }}
        />
      </div>
      {list.error && (
        <div className={styles.error} role="alert">
          {errorWords(list.error)}
          <Button size="compact-md" variant="default" onClick={() => void list.refetch()}>
            {t.again}
          </Button>
        </div>
      )}
      {list.isPending && <Waiting />}
      <p className={styles.found} role="status">
        {list.data && (list.data.found === 0 ? t.tickets.none : t.tickets.found(list.data.found))}
      </p>
      <ul className={styles.list}>
        {list.data?.tickets.map((ticket) => (
          <TicketRow key={ticket.number} ticket={ticket} onOpen={() => setShown(ticket)} />
        ))}
      </ul>
      {pages > 1 && (
        <div className={styles.pages}>
          <Button
            variant="default"
            disabled={filter.page === 0}
            onClick={() => narrow({ page: filter.page - 1 })}
          >
            {t.tickets.before}
          </Button>
          <span>{t.tickets.page(filter.page + 1, pages)}</span>
          <Button
            variant="default"
            disabled={filter.page + 1 >= pages}
            onClick={() => narrow({ page: filter.page + 1 })}
          >
            {t.tickets.after}
          </Button>
        </div>
      )}
      {shown && (
        <DeskSheet title={shown.number} side onClose={() => setShown(undefined)}>
          <TicketFacts ticket={shown} />
        </DeskSheet>
      )}
    </main>
  );
}

function withDepartment({ department: _, ...filter }: TicketFilter, value: string): TicketFilter {
  const department: Department | undefined = departments.find((one) => one === value);
  return { ...filter, page: 0, ...(department && { department }) };
}

const isUnsolved = ({ state }: Ticket) => state === 'open' || state === 'waiting_for_customer';

function TicketRow({ ticket, onOpen }: { ticket: Ticket; onOpen: () => void }) {
  const t = useDeskWords();
  const { number, problem, order, product, department, state } = ticket;
  const late = isUnsolved(ticket) && Date.parse(ticket.dueAt) < Date.now();
  return (
    <li>
      <button type="button" className={styles.row} onClick={onOpen}>
        <span className={styles.number}>{number}</span>
        <span className={styles.what}>
          <span className={styles.problem}>{problem}</span>
          <span className={styles.soft}>
            {[t.departments[department], order, product].filter(Boolean).join(' · ')}
          </span>
        </span>
        <span className={styles.when}>
          <span className={styles.state} data-state={state}>
            {t.ticketStates[state]}
          </span>
          <span className={styles.soft} data-late={late}>
            <DueWords ticket={ticket} late={late} />
          </span>
        </span>
      </button>
    </li>
  );
}

function DueWords({ ticket: { dueAt }, late }: { ticket: Ticket; late: boolean }) {
  const t = useDeskWords();
  const { language } = useLanguage();
  const moment = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(dueAt));
  return late ? t.tickets.late(moment) : t.tickets.due(moment);
}

/** All that is known about a ticket. */
function TicketFacts({ ticket }: { ticket: Ticket }) {
  const t = useDeskWords();
  const { language } = useLanguage();
  const moment = (at: string) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
  const { problem, order, product, part, stepsTried, keyLines, facts, department, state, by } = ticket;
  const rows: [name: string, value: string | undefined][] = [
    [t.ticket.state, t.ticketStates[state]],
    [t.ticket.department, t.departments[department]],
    [t.ticket.due, moment(ticket.dueAt)],
    [t.tickets.opened, moment(ticket.openedAt)],
    [t.tickets.by, by ?? t.tickets.byHexkey],
    [t.ticket.order, order],
    [t.ticket.product, product],
    [t.ticket.part, part],
    // Those that Hexkey opens name order and product among the facts, too.
    ...facts
      .filter(({ value }) => value !== order && value !== product)
      .map(({ label, value }): [string, string] => [label, value]),
  ];
  return (
    <div className={styles.sheet}>
      <p className={styles.whole}>{problem}</p>
      <dl className={styles.facts}>
        {rows.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <Lines title={t.ticket.stepsTried} lines={stepsTried} />
      <Lines title={t.ticket.keyLines} lines={keyLines} />
    </div>
  );
}

function Lines({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3 className={styles.label}>{title}</h3>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
