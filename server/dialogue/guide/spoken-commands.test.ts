import { expect, it } from 'vitest';
import type { Guide } from '#protocol';
import { openLibrary } from '../../guides/index.ts';
import { fromRoot } from '../../paths.ts';
import { readCommand } from './read-command.ts';
import { answers, spokenCommands, weightyCommands } from './spoken-commands.ts';

const library = await openLibrary(fromRoot('assets', 'guides'), () => {});
const desk = library.get('ashby-desk') as Guide;

it.each(['carry on', 'next step please', 'which screw do I need', 'go to step four', 'show me part B'])(
  'expects "%s" beside a guide',
  (words) => {
    expect(spokenCommands(desk)).toContain(words);
  },
);

it.each(['go to the drawers', 'go to the back rail', 'go to the leg frames', 'go to the levelling feet'])(
  'expects "%s" beside the desk’s',
  (words) => {
    expect(spokenCommands(desk)).toContain(words);
  },
);

it('expects nothing that the guide would not understand, but for answers', () => {
  const elsewhere = [...answers, 'say that again'];
  for (const words of spokenCommands(desk).filter((each) => !elsewhere.includes(each)))
    expect(readCommand(words, desk), words).toBeDefined();
});

it('lists what is not to be guessed among what is expected', () => {
  expect(spokenCommands(desk)).toEqual(expect.arrayContaining(weightyCommands));
});
