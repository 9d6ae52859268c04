import { Component, type ReactNode } from 'react';
import type { Language } from '#protocol';
import { preferredLanguage } from '../i18n/index.ts';
import styles from './ErrorBoundary.module.css';

export interface ErrorBoundaryProps {
  /** What the page says when it broke; in the browser's language, since what chose another may be what broke. */
  words: Record<Language, { title: string; body: string; reload: string }>;
  children: ReactNode;
}

/** A page that broke says so and offers a way on. React hands the error itself to the console. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    const { title, body, reload } = this.props.words[preferredLanguage(navigator.languages)];
    return (
      <div className={styles.broken} role="alert">
        <h1>{title}</h1>
        <p>{body}</p>
        <button type="button" className={styles.reload} onClick={() => window.location.reload()}>
          {reload}
        </button>
      </div>
    );
  }
}
