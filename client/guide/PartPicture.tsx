import styles from './Picture.module.css';

/** A part as the model has it, with its letter. Keeps its place until the picture is taken. */
export function PartPicture({
  letter,
  address,
  size,
}: {
  letter: string;
  address: string | undefined;
  size: number;
}) {
  return (
    <span className={styles.part} style={{ width: size, height: size }} aria-hidden="true">
      {address && <img src={address} alt="" width={size} height={size} />}
      <span className={styles.letter}>{letter}</span>
    </span>
  );
}
