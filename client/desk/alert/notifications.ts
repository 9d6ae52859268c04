export type NotificationState = 'unavailable' | 'default' | 'granted' | 'denied';

export const notificationState = (): NotificationState =>
  'Notification' in window ? Notification.permission : 'unavailable';

export const askForNotifications = (): Promise<NotificationState> => Notification.requestPermission();

/** Outside the page, and only while nobody looks at it. A press brings the page to the front. */
export function notify(title: string, body: string, tag: string): void {
  if (notificationState() !== 'granted' || document.visibilityState === 'visible') return;
  try {
    const shown = new Notification(title, { body, tag });
    shown.addEventListener('click', () => {
      window.focus();
      shown.close();
    });
  } catch (error) {
    // Chrome on Android grants them and lets only a service worker show them; sound and title still tell.
    console.warn('The browser shows no notifications', error);
  }
}
