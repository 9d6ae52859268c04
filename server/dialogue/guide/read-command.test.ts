import { beforeAll, describe, expect, it } from 'vitest';
import type { Guide } from '#protocol';
import { openLibrary } from '../../guides/index.ts';
import { fromRoot } from '../../paths.ts';
import type { Command } from './command.ts';
import { readCommand } from './read-command.ts';

let desk: Guide;
beforeAll(async () => {
  const library = await openLibrary(fromRoot('assets', 'guides'), () => {});
  desk = library.get('ashby-desk') as Guide;
});

/** What is said to the desk's guide, the command first. */
const cases: [command: Command, ...said: string[]][] = [
  [
    { kind: 'next' },
    'Next.',
    'next step please',
    'okay, next',
    'Go to the next step.',
    "what's next?",
    'done',
    "I'm done with this step",
    "all right, that's done",
    'move on to the next one',
    'start building',
    '下一步',
    '做好了',
    '接下来做什么？',
  ],
  [
    { kind: 'back' },
    'back',
    'Go back.',
    'go back one step please',
    'previous step',
    'can you go back',
    'what was the last step',
    'one step back',
    '上一步',
    '返回上一步',
  ],
  [
    { kind: 'repeat' },
    'repeat',
    'repeat that',
    'Repeat the step, please.',
    'again',
    'once more',
    'show me that again',
    'what do I do?',
    'read it to me',
    '再来一遍',
    '重复这一步',
  ],
  [
    { kind: 'restart' },
    'start over',
    "let's start over",
    'restart the guide',
    'start again from the beginning',
    'begin from scratch',
    '重新开始',
    '从头再来',
  ],
  [
    { kind: 'time' },
    'how long is left?',
    'How much time is left',
    'how much longer',
    'how long will it take',
    'how long does this step take',
    'time left',
    'when will I be done',
    '还要多久？',
    '还剩多长时间',
  ],
  [
    { kind: 'tools' },
    'what tool do I need?',
    'which tools do I need for this step',
    'what do I need',
    'do I need a screwdriver',
    'tools',
    '需要什么工具',
    '用什么工具？',
  ],
  [{ kind: 'fasteners' }, 'which screw?', 'which screws do I need', 'what bolts go here', '用哪种螺丝'],
  [{ kind: 'where' }, 'where am I?', 'which step is this', 'how many steps are left', '现在第几步'],
  [
    { kind: 'stuck' },
    "I'm stuck",
    "I'm really stuck here",
    'stuck',
    'help',
    'help me with this step',
    "it doesn't fit",
    "it won't go in",
    "I can't do this",
    "I don't understand this step",
    "what's wrong",
    '我卡住了',
    '装不上',
    '帮帮我',
  ],
  [
    { kind: 'pause' },
    'pause',
    'pause the guide',
    "let's take a break",
    'stop for now',
    'I need a break',
    '暂停',
    '休息一下',
  ],
  [{ kind: 'continue' }, 'go on', 'carry on', 'continue please', "I'm back", 'resume', '继续', '我回来了'],
  [{ kind: 'person' }, 'I want to talk to a person', 'human agent', 'get me a human', '转人工'],
  [
    { kind: 'go', step: 4 },
    'go to step four',
    'step 4',
    'show me step number four',
    'jump to step for',
    'the fourth step',
    '去第四步',
    '跳到第4步',
  ],
  [{ kind: 'go', step: 2 }, 'go to step two', 'go to step to', '第二步'],
  [{ kind: 'go', step: 10 }, 'go to the drawers', 'take me to the drawer box', '到抽屉那一步'],
  [{ kind: 'go', step: 8 }, 'go to the step with the levelling feet', 'skip to the feet'],
  [{ kind: 'go', step: 13 }, 'go to the last step', 'the last step', 'jump to the end'],
  [{ kind: 'go', step: 0 }, 'go back to the parts', 'go to the beginning'],
  [{ kind: 'go' }, 'go to step forty', 'step 99'],
  [
    { kind: 'show', part: 'frame' },
    'which one is part B?',
    'show me part B',
    'show part bee',
    'where is part B',
    'what does part B look like?',
    'part B',
    'which one is the leg frame',
    'point at part B please',
    '哪个是B号零件',
    'B号零件长什么样',
  ],
  [
    { kind: 'show' },
    'which part do I need?',
    'what does it look like',
    'show me the part',
    'which one is it',
  ],
  [
    { kind: 'size', part: 'frame' },
    'how big is part B?',
    'dimensions of part B',
    'how wide is the leg frame',
    'B号零件多大',
  ],
  [{ kind: 'size' }, 'how big is it', 'dimensions', 'what size is it', '尺寸是多少'],
];

describe('a command to an open guide', () => {
  it.each(cases.flatMap(([command, ...said]) => said.map((words) => [words, command] as const)))(
    '"%s"',
    (words, command) => {
      expect(readCommand(words, desk)).toEqual(command);
    },
  );
});

describe('is not read from', () => {
  it.each([
    "where's my order?",
    'show me my orders',
    'what is the return policy',
    'how long is the warranty',
    'go to the shops',
    'where is the cat',
    'what time is dinner',
    'how big is your car',
    'I left it in the back',
    'the next door neighbour called',
    'can you pass me the next screw over there',
    'my back hurts',
    'we are done for if mum sees this',
    'help yourself to some tea',
    '今天天气怎么样',
  ])('"%s"', (words) => {
    expect(readCommand(words, desk)).toBeUndefined();
  });
});
