/** Some phones never answer `takePhoto` while their camera streams. */
const patienceMs = 4_000;
const quality = 0.92;

/** A JPEG at the sensor's full resolution where the browser can, else of the picture as it streams. */
export async function takePhoto(track: MediaStreamTrack): Promise<Blob> {
  const full = await fullResolution(track).catch((error: unknown) => {
    console.warn('The camera took no photo of its own; its picture is used', error);
    return undefined;
  });
  if (full?.type === 'image/jpeg') return full;
  return full ? asJpeg(await createImageBitmap(full)) : asJpeg(await shownPicture(track));
}

async function fullResolution(track: MediaStreamTrack): Promise<Blob | undefined> {
  if (!('ImageCapture' in globalThis)) return undefined;
  const taker = new ImageCapture(track);
  let late: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error('takePhoto did not answer')), patienceMs);
  });
  try {
    return await Promise.race([taker.takePhoto(), tooLate]);
  } finally {
    clearTimeout(late);
  }
}

async function shownPicture(track: MediaStreamTrack): Promise<ImageBitmap> {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  try {
    await video.play();
    return await createImageBitmap(video);
  } finally {
    video.srcObject = null;
  }
}

function asJpeg(picture: ImageBitmap): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  picture.close();
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The photo could not be made'))),
      'image/jpeg',
      quality,
    );
  });
}
