// Kept to syntax that old Node versions parse: this file's message is for them.
const needed = [20, 19];

/** Says what to do and ends the process when Node is older than the project needs. */
export function requireNode() {
  const parts = process.versions.node.split('.').map(Number);
  if (parts[0] > needed[0] || (parts[0] === needed[0] && parts[1] >= needed[1])) return;
  console.error(
    'Hexkey needs Node ' +
      needed.join('.') +
      ' or newer; this is Node ' +
      process.versions.node +
      '.\n' +
      'Install a current one from https://nodejs.org (or: nvm install 22), then run the same command again.',
  );
  process.exit(1);
}
