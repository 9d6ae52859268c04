const headerBytes = 44;

/** A WAV file of 16-bit mono PCM. */
export function wavBytes(pcm: Int16Array, sampleRate: number): Uint8Array<ArrayBuffer> {
  const file = Buffer.alloc(headerBytes + pcm.length * 2);
  file.write('RIFF', 0, 'ascii');
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8, 'ascii');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(sampleRate, 24);
  file.writeUInt32LE(sampleRate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'ascii');
  file.writeUInt32LE(pcm.length * 2, 40);
  pcm.forEach((sample, i) => {
    file.writeInt16LE(sample, headerBytes + i * 2);
  });
  return file;
}
