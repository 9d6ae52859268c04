import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type StaffRole, staffRoles } from '#protocol';
import { useLanguage } from '../../i18n/index.ts';
import { CopyLink } from '../frame/CopyLink.tsx';
import { Problem } from '../frame/Problem.tsx';
import page from '../frame/page.module.css';
import { useErrorWords } from '../frame/use-error-words.ts';
import { useApi } from '../link/api-context.ts';
import { useDeskState } from '../state/use-desk.ts';
import { useDeskWords } from '../words.ts';
import styles from './Admin.module.css';
import { KeptReplies } from './KeptReplies.tsx';
import { Members } from './Members.tsx';

/** Invites somebody by a link that is shown once, and lists the invitations that are still open. */
function Invitations() {
  const t = useDeskWords();
  const { format } = useLanguage();
  const api = useApi();
  const queries = useQueryClient();
  const errorWords = useErrorWords();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<StaffRole>('agent');
  const open = useQuery({ queryKey: ['invitations'], queryFn: api.invitations });
  const invite = useMutation({
    mutationFn: () => api.invite({ email: email.trim(), role }),
    onSuccess: () => {
      setEmail('');
      return queries.invalidateQueries({ queryKey: ['invitations'] });
    },
  });
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t.admin.invitations}</h2>
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate();
        }}
      >
        <TextInput
          className={styles.wide}
          label={t.admin.email}
          type="email"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <NativeSelect
          label={t.admin.role}
          value={role}
          data={staffRoles.map((value) => ({ value, label: t.roles[value] }))}
          onChange={(event) => setRole(event.currentTarget.value as StaffRole)}
        />
        <Button type="submit" loading={invite.isPending}>
          {t.admin.invite}
        </Button>
      </form>
      {(invite.error ?? open.error) && (
        <p className={styles.error} role="alert">
          {errorWords(invite.error ?? open.error)}
        </p>
      )}
      {invite.data && (
        <div className={styles.link} role="status">
          <p>
            {t.admin.inviteLink} ({t.admin.expires(format.moment(invite.data.expiresAt))})
          </p>
          <CopyLink link={new URL(invite.data.link, location.href).href} label={t.admin.inviteTitle} />
        </div>
      )}
      {open.data?.length === 0 && <p className={styles.soft}>{t.admin.noInvitations}</p>}
      <ul className={styles.list}>
        {open.data?.map((invitation) => (
          <li key={`${invitation.email} ${invitation.expiresAt}`}>
            <strong>{invitation.email}</strong>
            <span className={styles.soft}>
              {t.roles[invitation.role]}, {t.admin.expires(format.moment(invitation.expiresAt))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who may sit at the desk, and what they have ready to say. Supervisors keep the replies; accounts are for admins. */
export function Admin() {
  const t = useDeskWords();
  const me = useDeskState('me');
  if (!me || me.role === 'agent') {
    return (
      <Problem
        icon={<IconLock size={30} stroke={1.6} />}
        title={t.admin.noPermission}
        say={t.refusals.forbidden}
      />
    );
  }
  return (
    <main className={`${page.page} ${styles.narrow}`}>
      <h1 className={page.title}>{t.admin.title}</h1>
      {me.role === 'admin' && (
        <>
          <Members me={me.id} />
          <Invitations />
        </>
      )}
      <KeptReplies />
    </main>
  );
}
