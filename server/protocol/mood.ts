import Type, { type Static } from 'typebox';

export const moods = ['neutral', 'happy', 'anxious', 'frustrated', 'angry', 'sad'] as const;

export const Mood = Type.Enum(moods);
export type Mood = (typeof moods)[number];

/** How something was said. `intensity` runs from 0 (none) to 1 (as strong as it gets). */
export const MoodReading = Type.Object({
  mood: Mood,
  intensity: Type.Number({ minimum: 0, maximum: 1 }),
});
export type MoodReading = Static<typeof MoodReading>;
