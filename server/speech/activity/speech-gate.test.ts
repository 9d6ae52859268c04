import { expect, it } from 'vitest';
import { SpeechGate } from './speech-gate.ts';

const hear = (...probabilities: number[]) => {
  const gate = new SpeechGate();
  return { gate, heard: probabilities.map((probability) => gate.next(probability)) };
};

it('the speech gate begins with the second loud frame in a row: a click is no speech', () => {
  expect(hear(0.9, 0.1, 0.9, 0.9).heard).toEqual(['nothing', 'nothing', 'nothing', 'start']);
});

it('the speech gate goes on through frames that are not sure', () => {
  expect(hear(0.9, 0.9, 0.4, 0.36).heard.slice(2)).toEqual(['speech', 'speech']);
});

it('wants sure speech again after a silence, and counts it meanwhile', () => {
  const { gate, heard } = hear(0.9, 0.9, 0.1, 0.1, 0.1, 0.4);
  expect(heard.slice(2)).toEqual(['silence', 'silence', 'silence', 'silence']);
  expect(gate.silentMs).toBe(128);
  expect(gate.next(0.8)).toBe('speech');
  expect(gate.silentMs).toBe(0);
});

it('the speech gate begins anew after an end', () => {
  const { gate } = hear(0.9, 0.9);
  gate.end();
  expect(gate.next(0.9)).toBe('nothing');
  expect(gate.next(0.9)).toBe('start');
});
