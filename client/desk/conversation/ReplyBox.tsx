import { ActionIcon, Textarea, VisuallyHidden } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { CannedReply, ConversationView } from '#protocol';
import { useCommand } from '../keys/keys.ts';
import { useApi } from '../link/api-context.ts';
import { useDesk, useDeskState, useDraft } from '../state/use-desk.ts';
import { useDeskWords } from '../words.ts';
import styles from './ReplyBox.module.css';

const longest = 2000;

/** Kept replies above the field; the field keeps the focus and says which one is picked. */
function CannedMenu({
  id,
  replies,
  loading,
  picked,
  onChoose,
}: {
  id: string;
  replies: CannedReply[];
  loading: boolean;
  picked: number;
  onChoose: (reply: CannedReply) => void;
}) {
  const t = useDeskWords();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[picked]?.scrollIntoView({ block: 'nearest' });
  }, [picked]);
  if (replies.length === 0) {
    return (
      <div className={styles.menu} id={id}>
        <p className={styles.none}>{loading ? t.loading : t.work.noCanned}</p>
      </div>
    );
  }
  return (
    <div className={styles.menu} id={id} role="listbox" aria-label={t.work.canned} ref={list}>
      {replies.map((reply, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the field, which has the focus
        // biome-ignore lint/a11y/useFocusableInteractive: the field points at the option with aria-activedescendant
        <div
          key={reply.id}
          id={`${id}-${index}`}
          className={styles.option}
          role="option"
          aria-selected={index === picked}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(reply)}
        >
          <strong>{reply.title}</strong>
          <span>{reply.text}</span>
        </div>
      ))}
    </div>
  );
}

type Variables = Partial<Record<string, string>>;

const variable = /\{\{\s*(customer|order|product|agent)\s*\}\}/g;

/** What kept replies may name, as far as it is known. */
function variablesOf(view: ConversationView, agent: string | undefined): Variables {
  return {
    customer: view.customer.name,
    ...(view.order && { order: view.order.number, product: view.order.mainProduct.name }),
    ...(agent !== undefined && { agent }),
  };
}

/** The text with what is known filled in; what is not stays as it was, to be seen and written by hand. */
const fillVariables = (text: string, known: Variables): string =>
  text.replace(variable, (placeholder, name: string) => known[name] ?? placeholder);

/** Placeholders that nobody has filled in yet: such a text is not for customers. */
const unfilled = (text: string): string[] => text.match(variable) ?? [];

/** Writes to the customer. Enter sends; `/` at the beginning offers kept replies with what is known filled in. */
export function ReplyBox({ view }: { view: ConversationView }) {
  const t = useDeskWords();
  const desk = useDesk();
  const api = useApi();
  const me = useDeskState('me');
  const [text, setText] = useDraft('reply', view.conversation);
  const [picked, setPicked] = useState(0);
  const [menuShut, setMenuShut] = useState(false);
  const [sending, setSending] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const menu = useId();
  const offers = text.startsWith('/') && !text.includes('\n') && !menuShut;
  const replies = useQuery({ queryKey: ['replies'], queryFn: api.replies, enabled: offers });
  const fitting = offers ? thatFit(replies.data ?? [], text.slice(1)) : [];
  const open = unfilled(text);

  useCommand('reply', () => field.current?.focus());
  useCommand('canned', () => {
    if (text === '') write('/');
    field.current?.focus();
  });

  const write = (next: string) => {
    setMenuShut(false);
    setPicked(0);
    setText(next);
  };
  const choose = (reply: CannedReply) => {
    write(fillVariables(reply.text, variablesOf(view, me?.name)));
    field.current?.focus();
  };
  const send = async () => {
    const words = text.trim();
    if (words === '' || offers || open.length > 0 || sending) return;
    setSending(true);
    const outcome = await desk.say(view.conversation, words);
    setSending(false);
    if (outcome.done && field.current?.value.trim() === words) write('');
  };
  const press = (event: KeyboardEvent) => {
    // Safari has ended the composition when it tells of the Enter that ends it; 229 marks that key all the same.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const reply = fitting[picked];
    if (event.key === 'Escape') {
      if (offers) setMenuShut(true);
      else field.current?.blur();
    } else if (offers && reply && (event.key === 'Enter' || event.key === 'Tab')) choose(reply);
    else if (offers && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const step = event.key === 'ArrowDown' ? 1 : fitting.length - 1;
      setPicked((now) => (now + step) % Math.max(1, fitting.length));
    } else if (event.key === 'Enter' && !event.shiftKey) void send();
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles.box}>
      {offers && (
        <CannedMenu
          id={menu}
          replies={fitting}
          loading={replies.isPending}
          picked={picked}
          onChoose={choose}
        />
      )}
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Textarea
          ref={field}
          className={styles.field}
          aria-label={t.work.reply}
          placeholder={t.work.replyHint}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={longest}
          value={text}
          onChange={(event) => write(event.currentTarget.value)}
          onKeyDown={press}
          {...(offers && { 'aria-controls': menu, 'aria-activedescendant': `${menu}-${picked}` })}
        />
        <ActionIcon
          type="submit"
          size={42}
          aria-label={t.work.send}
          loading={sending}
          disabled={text.trim() === '' || offers || open.length > 0}
        >
          <IconSend size={20} stroke={1.9} />
        </ActionIcon>
      </form>
      <div role="status">
        {open.length > 0 && <p className={styles.open}>{t.work.unfilled(open.join(', '))}</p>}
        {offers && <VisuallyHidden>{t.work.cannedCount(fitting.length)}</VisuallyHidden>}
      </div>
    </div>
  );
}

/** Replies whose title or text has every word that was typed. */
function thatFit(replies: CannedReply[], typed: string): CannedReply[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return replies.filter(({ title, text }) => {
    const whole = `${title} ${text}`.toLowerCase();
    return words.every((word) => whole.includes(word));
  });
}
