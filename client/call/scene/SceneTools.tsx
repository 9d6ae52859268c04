import {
  IconArrowBackUp,
  IconChevronLeft,
  IconChevronRight,
  IconEye,
  IconEyeOff,
  IconHandFinger,
  IconPin,
  IconTrash,
} from '@tabler/icons-react';
import type { CallGuide } from '#protocol/call/room';
import type { CallEngine } from '../contract.ts';
import { useCallSnapshot } from '../use-call-snapshot.ts';
import { useCallWords } from '../words.ts';
import styles from './GuideScene.module.css';

/** What a press on the product does: lets the part glow, or pins a note to the spot. */
export type SceneTool = 'part' | 'pin';

export interface SceneToolsProps {
  engine: CallEngine;
  guide: CallGuide;
  /** 0 while the guide is not known yet. */
  steps: number;
  /** The customer's phone tells where it is. */
  viewKnown: boolean;
  tool: SceneTool;
  onTool: (tool: SceneTool) => void;
  note: string;
  onNote: (note: string) => void;
}

const icon = { size: 18, stroke: 1.8, 'aria-hidden': true } as const;

export function SceneTools(props: SceneToolsProps) {
  const { engine, guide, steps, viewKnown, tool, onTool, note, onNote } = props;
  const words = useCallWords();
  const t = words.scene;
  const { me, room } = useCallSnapshot(engine);
  const own = room?.marks.filter(({ by }) => by === me) ?? [];
  return (
    <div className={styles.tools}>
      <fieldset className={styles.group} aria-label={t.press}>
        <button type="button" aria-pressed={tool === 'part'} onClick={() => onTool('part')}>
          <IconHandFinger {...icon} />
          {t.part}
        </button>
        <button type="button" aria-pressed={tool === 'pin'} onClick={() => onTool('pin')}>
          <IconPin {...icon} />
          {t.pin}
        </button>
        {tool === 'pin' && (
          <>
            <input
              className={styles.note}
              value={note}
              maxLength={120}
              placeholder={t.note}
              aria-label={t.note}
              onChange={(event) => onNote(event.target.value)}
            />
            <button
              type="button"
              aria-label={words.drawing.undo}
              title={words.drawing.undo}
              disabled={own.at(-1)?.surface !== 'scene'}
              onClick={() => engine.draw({ op: 'undo' })}
            >
              <IconArrowBackUp {...icon} />
            </button>
            <button
              type="button"
              aria-label={words.drawing.clear}
              title={words.drawing.clear}
              disabled={!own.some(({ surface }) => surface === 'scene')}
              onClick={() => engine.draw({ op: 'clear', surface: 'scene' })}
            >
              <IconTrash {...icon} />
            </button>
          </>
        )}
      </fieldset>
      <fieldset className={styles.group} aria-label={t.steps}>
        <button
          type="button"
          aria-label={t.back}
          disabled={guide.step === 0}
          onClick={() => void engine.goToStep(guide.step - 1)}
        >
          <IconChevronLeft {...icon} />
        </button>
        <output className={styles.place}>{t.place(guide.step, steps)}</output>
        <button
          type="button"
          aria-label={t.next}
          disabled={steps === 0 || guide.step > steps}
          onClick={() => void engine.goToStep(guide.step + 1)}
        >
          <IconChevronRight {...icon} />
        </button>
      </fieldset>
      <button
        type="button"
        className={styles.follow}
        aria-pressed={guide.follow}
        onClick={() => void engine.follow(!guide.follow)}
      >
        {guide.follow ? <IconEye {...icon} /> : <IconEyeOff {...icon} />}
        {guide.follow ? (viewKnown ? t.following : t.followsSteps) : t.free}
      </button>
    </div>
  );
}
