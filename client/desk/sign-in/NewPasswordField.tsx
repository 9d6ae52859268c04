import { PasswordInput } from '@mantine/core';
import { useDeskWords } from '../words.ts';

const shortest = 12;

/** How many characters a new password still lacks. */
export const missingIn = (password: string): number => Math.max(0, shortest - password.length);

/** Where somebody chooses a password: says what makes a good one, and what is missing. */
export function NewPasswordField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useDeskWords();
  const missing = missingIn(value);
  return (
    <PasswordInput
      label={t.signIn.newPassword}
      description={t.signIn.passwordHint}
      size="md"
      autoComplete="new-password"
      required
      withAsterisk={false}
      maxLength={200}
      error={value !== '' && missing > 0 ? t.signIn.passwordShort(missing) : undefined}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
