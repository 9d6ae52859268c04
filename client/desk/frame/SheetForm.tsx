import { Button } from '@mantine/core';
import { DeskSheet, type DeskSheetProps } from './DeskSheet.tsx';
import styles from './SheetForm.module.css';
import { useErrorWords } from './use-error-words.ts';

export interface SheetFormProps extends DeskSheetProps {
  /** What sends it, as a mutation of the query client. */
  sending: { mutate: () => void; isPending: boolean; isError: boolean; error: unknown };
  /** Whether what was filled in will do. */
  ready: boolean;
  /** On the button. */
  submit: string;
}

/** A sheet to fill in: it is sent once it will do, and says why it could not be. */
export function SheetForm({ sending, ready, submit, children, ...sheet }: SheetFormProps) {
  const errorWords = useErrorWords();
  return (
    <DeskSheet {...sheet}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) sending.mutate();
        }}
      >
        {children}
        {sending.isError && (
          <p className={styles.error} role="alert">
            {errorWords(sending.error)}
          </p>
        )}
        <Button type="submit" loading={sending.isPending} disabled={!ready}>
          {submit}
        </Button>
      </form>
    </DeskSheet>
  );
}
