import { expect, test } from 'vitest';
import { failureOf } from './fetch-models.ts';

const because = (code: string) => [{ via: 'somewhere', error: Object.assign(new Error(code), { code }) }];

test('a full disk is told apart and says where and what to do', () => {
  const error = failureOf('weights/net.onnx', { cache: '/srv/models' }, because('ENOSPC'));
  expect(error.code).toBe('disk_full');
  expect(error.message).toMatch(/disk under \/srv\/models is full.*HEXKEY_MODELS/s);
});

test('a folder that cannot be written to says so', () => {
  const error = failureOf('weights/net.onnx', { cache: '/srv/models' }, because('EACCES'));
  expect(error.message).toMatch(/\/srv\/models cannot be written to/);
});
