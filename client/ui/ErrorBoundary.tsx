import { Component, type ReactNode } from 'react';
import { messages, preferredLanguage } from '../i18n/index.ts';
import styles from './ErrorBoundary.module.css';

/** A page that broke says so and offers a way on. React hands the error itself to the console. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    const t = messages[preferredLanguage(navigator.languages)];
    return (
      <div className={styles.broken} role="alert">
        <h1>{t.notices.crashed.title}</h1>
        <p>{t.notices.crashed.body}</p>
        <button type="button" className={styles.reload} onClick={() => window.location.reload()}>
          {t.actions.reload}
        </button>
      </div>
    );
  }
}
