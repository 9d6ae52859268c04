import { Button, NativeSelect, Table, VisuallyHidden } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type StaffChange, type StaffRole, staffRoles } from '#protocol';
import { useLanguage } from '../../i18n/index.ts';
import { CopyLink } from '../frame/CopyLink.tsx';
import table from '../frame/table.module.css';
import { useErrorWords } from '../frame/use-error-words.ts';
import { Waiting } from '../frame/Waiting.tsx';
import { useApi } from '../link/api-context.ts';
import { useDeskWords } from '../words.ts';
import styles from './Admin.module.css';

/** Everybody with an account: their role, and whether they may sign in. Nobody can lock themselves out. */
export function Members({ me }: { me: string }) {
  const t = useDeskWords();
  const { format } = useLanguage();
  const api = useApi();
  const queries = useQueryClient();
  const errorWords = useErrorWords();
  const members = useQuery({ queryKey: ['members'], queryFn: api.members });
  const change = useMutation({
    mutationFn: ({ id, ...what }: StaffChange & { id: string }) => api.changeMember(id, what),
    onSettled: () => queries.invalidateQueries({ queryKey: ['members'] }),
  });
  const reset = useMutation({
    mutationFn: async ({ id, name }: { id: string; name: string }) => ({
      name,
      ...(await api.resetLink(id)),
    }),
  });
  const error = members.error ?? change.error ?? reset.error;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t.admin.staff}</h2>
      {members.isPending && <Waiting />}
      {error && (
        <p className={styles.error} role="alert">
          {errorWords(error)}
        </p>
      )}
      {reset.data && (
        <div className={styles.link} role="status">
          <p>
            {t.admin.resetLink(reset.data.name)} ({t.admin.expires(format.moment(reset.data.expiresAt))})
          </p>
          <CopyLink
            link={new URL(reset.data.link, location.href).href}
            label={t.admin.resetFor(reset.data.name)}
          />
        </div>
      )}
      {members.data && (
        <div className={table.table}>
          <Table verticalSpacing="sm" horizontalSpacing="md">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t.admin.name}</Table.Th>
                <Table.Th>{t.admin.role}</Table.Th>
                <Table.Th>{t.admin.lastSeen}</Table.Th>
                <Table.Th>
                  <VisuallyHidden>{t.admin.active}</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {members.data.map(({ id, name, email, role, active, lastSeenAt }) => (
                <Table.Tr key={id} data-inactive={!active}>
                  <Table.Td>
                    <strong>{name}</strong>{' '}
                    {id === me && <span className={styles.soft}>({t.admin.you})</span>}
                    <div className={styles.soft}>{email}</div>
                  </Table.Td>
                  <Table.Td>
                    <NativeSelect
                      aria-label={`${t.admin.role}, ${name}`}
                      value={role}
                      disabled={id === me || change.isPending}
                      data={staffRoles.map((value) => ({ value, label: t.roles[value] }))}
                      onChange={(event) =>
                        change.mutate({ id, role: event.currentTarget.value as StaffRole })
                      }
                    />
                  </Table.Td>
                  <Table.Td className={styles.soft}>
                    {active ? (lastSeenAt ? format.moment(lastSeenAt) : t.admin.never) : t.admin.inactive}
                  </Table.Td>
                  <Table.Td>
                    {id !== me && (
                      <div className={styles.acts}>
                        {active && (
                          <Button
                            size="compact-md"
                            variant="default"
                            aria-label={t.admin.resetFor(name)}
                            disabled={reset.isPending}
                            onClick={() => reset.mutate({ id, name })}
                          >
                            {t.admin.reset}
                          </Button>
                        )}
                        <Button
                          size="compact-md"
                          variant="default"
                          disabled={change.isPending}
                          onClick={() => change.mutate({ id, active: !active })}
                        >
                          {active ? t.admin.deactivate : t.admin.activate}
                        </Button>
                      </div>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </section>
  );
}
