/** Can this device open a model in AR Quick Look? As Apple documents it: by the relation that its links have. */
export function hasQuickLook(): boolean {
  const { relList } = document.createElement('a');
  return relList.supports?.('ar') ?? false;
}
