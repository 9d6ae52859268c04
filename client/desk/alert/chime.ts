/** Hertz, and when each begins in seconds: a fourth upwards, friendly and short. */
const notes = [
  { pitch: 587.33, at: 0 },
  { pitch: 783.99, at: 0.14 },
] as const;
const loudness = 0.14;
const ringSeconds = 0.5;

let context: AudioContext | undefined;

/** A short sound for a new customer. Silent where the browser gives no sound before the first press on the page. */
export async function chime(): Promise<void> {
  context ??= new AudioContext();
  if (context.state === 'suspended') await context.resume();
  const begin = context.currentTime + 0.02;
  for (const { pitch, at } of notes) ring(context, pitch, begin + at);
}

function ring(audio: AudioContext, pitch: number, at: number): void {
  const tone = audio.createOscillator();
  const gain = audio.createGain();
  tone.type = 'sine';
  tone.frequency.value = pitch;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(loudness, at + 0.015);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + ringSeconds);
  tone.connect(gain).connect(audio.destination);
  tone.start(at);
  tone.stop(at + ringSeconds);
}
