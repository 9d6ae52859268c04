/** What a page takes from a feature's index brings nothing else from there with it. */
export const treeshake = {
  moduleSideEffects: [{ test: /client[/\\].*[/\\]index\.ts$/, sideEffects: false }],
};
