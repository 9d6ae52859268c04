import { useId } from 'react';
import styles from './RadioChoice.module.css';

export interface RadioChoiceProps<Value extends string | number> {
  label: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onChange: (value: Value) => void;
}

/** One of a few, all in sight. */
export function RadioChoice<Value extends string | number>({
  label,
  value,
  options,
  onChange,
}: RadioChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.choice} aria-label={label}>
      {options.map(([option, words]) => (
        <label key={option} className={styles.option}>
          <input
            type="radio"
            name={name}
            className={styles.input}
            checked={option === value}
            onChange={() => onChange(option)}
          />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
