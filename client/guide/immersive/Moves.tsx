import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  type IconProps,
  IconRotate2,
  IconRotateClockwise2,
} from '@tabler/icons-react';
import type { ComponentType, RefObject } from 'react';
import type { ImmersiveStage } from '../../ar/immersive/index.ts';
import styles from './Moves.module.css';
import { useRoomWords } from './words.ts';

/** Metres that one press moves it, and degrees that one press turns it. */
const stride = 0.05;
const angle = 15;

interface Move {
  label: string;
  Icon: ComponentType<IconProps>;
  area: string | undefined;
  act: (stage: ImmersiveStage) => void;
}

/** Pushes and turns the product a little at each press. What hangs on a wall goes up and down instead of to and fro. */
export function Moves({ stage, hangs }: { stage: RefObject<ImmersiveStage | undefined>; hangs: boolean }) {
  const t = useRoomWords();
  const moves: Move[] = [
    {
      label: hangs ? t.higher : t.farther,
      Icon: IconArrowUp,
      area: styles.up,
      act: (to) => to.nudge(0, -stride),
    },
    { label: t.left, Icon: IconArrowLeft, area: styles.left, act: (to) => to.nudge(-stride, 0) },
    { label: t.right, Icon: IconArrowRight, area: styles.right, act: (to) => to.nudge(stride, 0) },
    {
      label: hangs ? t.lower : t.nearer,
      Icon: IconArrowDown,
      area: styles.down,
      act: (to) => to.nudge(0, stride),
    },
  ];
  if (!hangs) {
    moves.push(
      { label: t.turnLeft, Icon: IconRotate2, area: styles.turnLeft, act: (to) => to.turn(angle) },
      {
        label: t.turnRight,
        Icon: IconRotateClockwise2,
        area: styles.turnRight,
        act: (to) => to.turn(-angle),
      },
    );
  }
  return (
    <div className={styles.moves}>
      {moves.map(({ label, Icon, area, act }) => (
        <button
          key={label}
          type="button"
          className={`${styles.move} ${area}`}
          aria-label={label}
          onClick={() => stage.current && act(stage.current)}
        >
          <Icon size={28} aria-hidden="true" />
        </button>
      ))}
    </div>
  );
}
