import { Button, Table } from '@mantine/core';
import { IconEar, IconLock } from '@tabler/icons-react';
import { Duration } from '../frame/Duration.tsx';
import { MoodTag } from '../frame/MoodTag.tsx';
import { PresenceDot } from '../frame/PresenceDot.tsx';
import { Problem } from '../frame/Problem.tsx';
import page from '../frame/page.module.css';
import table from '../frame/table.module.css';
import { Waiting } from '../frame/Waiting.tsx';
import { Recordings } from '../recordings/Recordings.tsx';
import { useDesk, useDeskState } from '../state/use-desk.ts';
import { useDeskWords } from '../words.ts';
import styles from './Wall.module.css';

/** Supervisors see who holds what and who waits, and listen in from here. */
export function Wall({ onListen }: { onListen: () => void }) {
  const t = useDeskWords();
  const me = useDeskState('me');
  const colleagues = useDeskState('colleagues');
  if (me?.role === 'agent') {
    return (
      <Problem
        icon={<IconLock size={30} stroke={1.6} />}
        title={t.wall.noPermission}
        say={t.wall.noPermissionSay}
      />
    );
  }
  if (!colleagues) return <Waiting />;
  const here = colleagues.filter(({ presence }) => presence !== 'offline');
  return (
    <main className={page.page}>
      <h1 className={page.title}>{t.wall.title}</h1>
      {here.length === 0 && <p>{t.wall.nobody}</p>}
      <div className={`${table.table} ${styles.raised}`}>
        <Table verticalSpacing="sm" horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.wall.colleague}</Table.Th>
              <Table.Th>{t.wall.presence}</Table.Th>
              <Table.Th>{t.wall.conversations}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {here.map(({ id, name, role, presence, held = [] }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <strong>{name}</strong>
                  <div className={styles.soft}>{t.roles[role]}</div>
                </Table.Td>
                <Table.Td>
                  <span className={styles.presence}>
                    <PresenceDot presence={presence} />
                    {t.header.presences[presence]}
                  </span>
                </Table.Td>
                <Table.Td>
                  {held.length === 0 && <span className={styles.soft}>{t.wall.free}</span>}
                  <ul className={styles.held}>
                    {held.map(({ conversation, customer, mood, takenAt }) => (
                      <li key={conversation}>
                        <span>{customer}</span>
                        <MoodTag reading={mood} />
                        <span className={styles.soft}>
                          <Duration since={takenAt} />
                        </span>
                        {id !== me?.id && <Listen conversation={conversation} onListen={onListen} />}
                      </li>
                    ))}
                  </ul>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <WaitingTable />
      <Recordings />
    </main>
  );
}

function Listen({ conversation, onListen }: { conversation: string; onListen: () => void }) {
  const t = useDeskWords();
  const desk = useDesk();
  const listening = useDeskState('conversations').has(conversation);
  return (
    <Button
      size="compact-md"
      variant="default"
      leftSection={<IconEar size={17} stroke={1.9} />}
      onClick={() => {
        if (listening) {
          desk.select(conversation);
          onListen();
        } else void desk.watch(conversation, true).then(({ done }) => done && onListen());
      }}
    >
      {listening ? t.wall.listening : t.wall.listen}
    </Button>
  );
}

function WaitingTable() {
  const t = useDeskWords();
  const waiting = useDeskState('waiting') ?? [];
  return (
    <>
      <h2 className={styles.heading}>
        {t.wall.waiting} ({waiting.length})
      </h2>
      {waiting.length === 0 && <p className={styles.soft}>{t.queue.empty}</p>}
      {waiting.length > 0 && (
        <div className={`${table.table} ${styles.raised}`}>
          <Table verticalSpacing="xs" horizontalSpacing="md">
            <Table.Tbody>
              {waiting.map(({ handoff, customer, mood, reason, requestedAt }) => (
                <Table.Tr key={handoff}>
                  <Table.Td>
                    <strong>{customer.name}</strong>
                  </Table.Td>
                  <Table.Td>
                    <MoodTag reading={mood} />
                  </Table.Td>
                  <Table.Td>{reason}</Table.Td>
                  <Table.Td className={styles.number}>
                    <Duration since={requestedAt} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </>
  );
}
