import type { Gap, Intent, Language, Lesson } from '#protocol';

export interface Unanswered {
  conversation: string;
  /** The shopper's words. */
  question: string;
  language: Language;
  /** What it was understood as, where that is known. */
  intent?: Intent;
  /** What else names the customer and must not be kept: names, streets, e-mail addresses. */
  personal?: readonly string[];
}

/** What was asked and not answered, grouped by likeness. */
export interface Gaps {
  /** Keeps a question without the personal data in it. One conversation counts once a group. */
  note(unanswered: Unanswered): Promise<void>;
  /** Those that nobody dismissed, the most asked first. */
  list(): Promise<Gap[]>;
  /** Takes a group off the list until it is asked again; answers whether there was one. */
  dismiss(id: number): Promise<boolean>;
  /** Keeps what a wording asks for, for the next training, and offers it to the teacher at once. */
  teach(lesson: Lesson): Promise<void>;
}

/** Takes lessons into the understanding that runs. */
export interface Teacher {
  /** All that was ever taught, in place of what was taken in before. */
  teach(lessons: readonly Lesson[]): Promise<void>;
}
