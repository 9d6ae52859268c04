import type { GuideHardware } from '#protocol/guide';
import styles from './Picture.module.css';
import { outlineOf } from './true-size/outline.ts';

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

export interface FastenerPictureProps {
  hardware: GuideHardware;
  /** CSS pixels a millimetre. */
  density: number;
  /** Millimetres it may be long. */
  room: number;
}

/** Room for the stroke around the outline, in millimetres. */
const edge = 0.4;

/** A fastener from its side. Decorative: its name and measures stand beside it. */
export function FastenerPicture({ hardware, density, room }: FastenerPictureProps) {
  const { width, height, body, lines, cut } = outlineOf(hardware, room);
  const middle = width / 2;
  return (
    <svg
      className={styles.fastener}
      data-wood={hardware.kind === 'dowel'}
      width={(width + edge * 2) * density}
      height={(height + edge * 2) * density}
      viewBox={`${-edge} ${-edge} ${width + edge * 2} ${height + edge * 2}`}
      aria-hidden="true"
    >
      <path className={styles.body} d={body} fillRule="evenodd" />
      <path className={styles.lines} d={lines} />
      {cut && <path className={styles.cut} d={`M${middle - 1} ${-edge}l2 ${height / 2}l-2 ${height}`} />}
    </svg>
  );
}
