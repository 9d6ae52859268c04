/** Frame headers: all of 0xC0-0xCF but the tables DHT (C4), JPG (C8) and DAC (CC). */
const isFrameHeader = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const startOfScan = 0xda;

/**
 * Width and height of a JPEG in pixels, from its frame header (ITU-T T.81, B.2.2), or nothing where the bytes are no
 * JPEG that a browser shows. Only the segments before the first scan are read, each once.
 */
export function jpegSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  let at = 2;
  while (at + 9 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (marker === startOfScan || marker < 0xc0 || length < 2) return undefined;
    if (isFrameHeader(marker)) {
      const height = view.getUint16(at + 5);
      const width = view.getUint16(at + 7);
      return length >= 8 && width > 0 && height > 0 ? { width, height } : undefined;
    }
    at += 2 + length;
  }
  return undefined;
}
