import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowUpRight,
  IconCircle,
  IconCircleNumber1,
  IconLetterT,
  IconPointer,
  IconScribble,
  IconTrash,
} from '@tabler/icons-react';
import type { Mark, Surface } from '#protocol';
import type { CallEngine, DrawingTool } from '../contract.ts';
import { useCallWords } from '../words.ts';
import styles from './DrawingTools.module.css';

export interface DrawingToolsProps {
  engine: CallEngine;
  surface: Surface;
  tool: DrawingTool | undefined;
  onTool: (tool: DrawingTool) => void;
  colour: Mark['colour'];
  onColour: (colour: Mark['colour']) => void;
}

const tools = [
  ['pointer', IconPointer],
  ['arrow', IconArrowUpRight],
  ['circle', IconCircle],
  ['line', IconScribble],
  ['text', IconLetterT],
  ['number', IconCircleNumber1],
] as const;
const colours = ['yellow', 'red', 'blue', 'white'] as const;
const icon = { size: 22, stroke: 1.9, 'aria-hidden': true } as const;

/** What to draw with, in which colour, and the way back. */
export function DrawingTools({ engine, surface, tool, onTool, colour, onColour }: DrawingToolsProps) {
  const t = useCallWords().drawing;
  return (
    <div className={styles.tools} role="toolbar" aria-label={t.tools}>
      <div className={styles.group}>
        {tools.map(([name, Icon]) => (
          <button
            key={name}
            type="button"
            className={styles.tool}
            aria-pressed={tool === name}
            aria-label={t.tool[name]}
            title={t.tool[name]}
            onClick={() => onTool(name)}
          >
            <Icon {...icon} />
          </button>
        ))}
      </div>
      <div className={styles.group}>
        {colours.map((name) => (
          <button
            key={name}
            type="button"
            className={styles.colour}
            data-colour={name}
            aria-pressed={colour === name}
            aria-label={`${t.colours}: ${t.colour[name]}`}
            title={t.colour[name]}
            onClick={() => onColour(name)}
          />
        ))}
      </div>
      <div className={styles.group}>
        <button
          type="button"
          className={styles.tool}
          aria-label={t.undo}
          title={t.undo}
          onClick={() => engine.draw({ op: 'undo' })}
        >
          <IconArrowBackUp {...icon} />
        </button>
        <button
          type="button"
          className={styles.tool}
          aria-label={t.redo}
          title={t.redo}
          onClick={() => engine.draw({ op: 'redo' })}
        >
          <IconArrowForwardUp {...icon} />
        </button>
        <button
          type="button"
          className={styles.tool}
          aria-label={t.clear}
          title={t.clear}
          onClick={() => engine.draw({ op: 'clear', surface })}
        >
          <IconTrash {...icon} />
        </button>
      </div>
    </div>
  );
}
