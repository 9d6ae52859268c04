import { existsSync } from 'node:fs';
import { type Browser, chromium } from '@playwright/test';

const found = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);

const quiet = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
  // Calls between browsers and a server on one machine that may have no other network.
  '--allow-loopback-in-peer-connection',
];

/** 3D without a graphics card. */
const drawing = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];

export interface BrowserOptions {
  /** The WAV file that its microphone plays, once for every time it is switched on. */
  microphone?: string;
  /** Plays it again and again, as somebody in a call goes on talking. */
  repeats?: boolean;
  /** The MJPEG file that its camera shows, again and again; without it, a test picture that moves. */
  camera?: string;
  /** Pictures a second of its camera; default 30. */
  fps?: number;
  /** What the person answers to the browser's question; default yes. */
  permission?: 'granted' | 'refused';
}

/** Chromium: the one that HEXKEY_CHROMIUM names, the system's, or Playwright's own. */
export function launchBrowser({
  microphone,
  repeats = false,
  camera,
  fps = 30,
  permission = 'granted',
}: BrowserOptions = {}): Promise<Browser> {
  const executablePath = process.env.HEXKEY_CHROMIUM ?? found;
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [
      ...quiet,
      ...drawing,
      ...(microphone
        ? [
            `--use-fake-device-for-media-stream=fps=${fps}`,
            `--use-file-for-fake-audio-capture=${microphone}${repeats ? '' : '%noloop'}`,
          ]
        : []),
      ...(camera ? [`--use-file-for-fake-video-capture=${camera}`] : []),
      permission === 'granted' ? '--use-fake-ui-for-media-stream' : '--deny-permission-prompts',
    ],
  });
}
