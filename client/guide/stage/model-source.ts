/** The accent in the picture: signal orange, which no wood or metal has. */
export const accent = 0xe8590c;

export const modelAddress = (slug: string): string =>
  new URL(`/guides/${slug}/model.glb`, location.href).href;
