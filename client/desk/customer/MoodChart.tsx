import { VisuallyHidden } from '@mantine/core';
import type { ConversationView, Mood } from '#protocol';
import { useLanguage } from '../../i18n/index.ts';
import { useDeskWords } from '../words.ts';
import styles from './MoodChart.module.css';

const width = 300;
const height = 84;
const middle = height / 2;
const edge = 8;

/** Which way a mood points; how far is its intensity. Calm lies on the line. */
const direction: Record<Mood, -1 | 0 | 1> = {
  happy: 1,
  neutral: 0,
  anxious: -1,
  frustrated: -1,
  angry: -1,
  sad: -1,
};

/**
 * Each reading as a stem of its own, at its time and as long as it was strong: nothing is drawn between readings, because
 * nothing is known there.
 */
export function MoodChart({ readings }: { readings: ConversationView['moodOverTime'] }) {
  const t = useDeskWords();
  const { format } = useLanguage();
  const [first] = readings;
  const last = readings.at(-1);
  if (!first || !last) return <p className={styles.say}>{t.panel.moodNone}</p>;
  const begin = Date.parse(first.at);
  const span = Math.max(1, Date.parse(last.at) - begin);
  const across = (at: string) =>
    readings.length === 1 ? width / 2 : edge + ((Date.parse(at) - begin) / span) * (width - 2 * edge);
  return (
    <figure className={styles.chart}>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <line className={styles.zero} x1={0} x2={width} y1={middle} y2={middle} />
        {readings.map(({ at, mood: { mood, intensity } }) => {
          const y = middle - direction[mood] * intensity * (middle - edge);
          return (
            <g key={`${at} ${mood} ${intensity}`} className={styles.reading} data-mood={mood}>
              <line x1={across(at)} x2={across(at)} y1={middle} y2={y} />
              <circle cx={across(at)} cy={y} r={4.5}>
                <title>{`${format.time(at)} ${t.moods[mood]}`}</title>
              </circle>
            </g>
          );
        })}
        <text className={styles.axis} x={0} y={11}>
          {t.panel.moodAbove}
        </text>
        <text className={styles.axis} x={0} y={height - 3}>
          {t.panel.moodBelow}
        </text>
      </svg>
      <div className={styles.times} aria-hidden="true">
        <span>{format.time(first.at)}</span>
        <span>{format.time(last.at)}</span>
      </div>
      <figcaption className={styles.say}>{t.panel.moodSay(readings.length)}</figcaption>
      <VisuallyHidden>
        <ol>
          {readings.map(({ at, mood: { mood, intensity } }) => (
            <li key={`${at} ${mood} ${intensity}`}>
              {format.time(at)} {t.moods[mood]} {Math.round(intensity * 100)}%
            </li>
          ))}
        </ol>
      </VisuallyHidden>
    </figure>
  );
}
