import { IconLock } from '@tabler/icons-react';
import { Problem } from '../frame/Problem.tsx';
import page from '../frame/page.module.css';
import { useDeskState } from '../state/use-desk.ts';
import { useDeskWords } from '../words.ts';
import styles from './Admin.module.css';
import { Invitations } from './Invitations.tsx';
import { KeptReplies } from './KeptReplies.tsx';
import { Members } from './Members.tsx';

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
