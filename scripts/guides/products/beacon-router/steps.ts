import type { Direction, GuideStep } from '#protocol/guide';
import { arrive, text } from '../../product.ts';

const down: Direction = [0, -1, 0];
/** Into the sockets: they are on the back. */
const forward: Direction = [0, 0, 1];

const front: GuideStep['camera'] = {
  azimuth: -18,
  elevation: 28,
  distance: 0.95,
  target: [-0.06, 0.05, -0.05],
};
const back: GuideStep['camera'] = {
  azimuth: 158,
  elevation: 34,
  distance: 0.95,
  target: [-0.06, 0.04, -0.06],
};
const plain = { warnings: [], moves: [], fasteners: [], tools: [], mistakes: [], camera: front };

export const steps: GuideStep[] = [
  {
    ...plain,
    id: 'place-box',
    title: text('Place the fibre box', '放好光猫'),
    say: text(
      'Lay the fibre box flat within reach of the fibre socket on the wall, its sockets towards the wall. Plug in its own power.',
      '把光猫平放在墙上光纤面板附近，插口朝墙，并接上它自己的电源。',
    ),
    check: text('Is at least one light on the fibre box on?', '光猫上至少有一个灯亮着吗？'),
    arrivals: [arrive(['fibre-box'], down, 0.15)],
    minutes: 2,
  },
  {
    ...plain,
    id: 'fibre-lead',
    title: text('Plug in the fibre', '插入光纤'),
    say: text(
      'Take the dust cap off the thin yellow lead and push its plug into the left socket of the fibre box until it clicks.',
      '取下黄色细线的防尘帽，把插头推入光猫左侧插口，听到咔嗒声为止。',
    ),
    check: text('Did it click, and does it stay when you pull gently?', '听到咔嗒声、轻拉不松动吗？'),
    warnings: [
      text(
        'Never look into the end of the lead: its light is invisible and harms eyes.',
        '切勿直视光纤端头：光不可见但伤眼。',
      ),
      text('Do not bend it tighter than the rim of a mug.', '弯曲半径不要小于杯口。'),
    ],
    arrivals: [arrive(['fibre-lead'], forward, 0.1)],
    camera: back,
    minutes: 2,
    mistakes: [
      {
        sign: text('The plug does not go in.', '插头插不进去。'),
        remedy: text(
          'Turn it so that its small key faces up, as on the socket.',
          '转动插头，让小凸起朝上，与插口一致。',
        ),
      },
    ],
  },
  {
    ...plain,
    id: 'fibre-lights',
    title: text('Check the fibre lights', '检查光猫指示灯'),
    say: text(
      'Wait for the second light on the fibre box. Steady green means the fibre works. This can take three minutes.',
      '等待光猫第二个灯。绿灯常亮表示光纤正常，可能需要三分钟。',
    ),
    check: text('Is the second light steady green?', '第二个灯是绿色常亮吗？'),
    arrivals: [],
    highlights: ['fibre-box'],
    minutes: 3,
    mistakes: [
      {
        sign: text('The second light blinks.', '第二个灯闪烁。'),
        remedy: text(
          'The box is still signing in. After ten minutes of blinking, plug the fibre in again.',
          '光猫正在注册。若闪烁超过十分钟，请重新插光纤。',
        ),
      },
      {
        sign: text('A red light is on.', '有红灯亮。'),
        remedy: text(
          'No light arrives on the fibre. Check both plugs; then it is your provider’s line.',
          '没有收到光信号。检查两端插头，仍如此请联系运营商。',
        ),
      },
    ],
  },
  {
    ...plain,
    id: 'stand',
    title: text('Stand the router up', '立起路由器'),
    say: text(
      'Lay part B on the shelf and press the router into its slot, light bar to the front. High up and in the open gives the best Wi-Fi.',
      '把 B 放在架子上，将路由器压入卡槽，灯条朝前。放高、放在开阔处信号最好。',
    ),
    check: text('Does the light bar face the room?', '灯条朝向房间吗？'),
    arrivals: [arrive(['foot'], down, 0.15), arrive(['router'], down, 0.2)],
    minutes: 1,
  },
  {
    ...plain,
    id: 'network-cable',
    title: text('Connect box and router', '连接光猫和路由器'),
    say: text(
      'Push one end of the blue cable into the right socket of the fibre box and the other into the router’s first socket, set apart from the other three and marked WAN.',
      '把蓝色网线一端插入光猫右侧插口，另一端插入路由器单独的、标有 WAN 的插口。',
    ),
    check: text(
      'Is the cable in the socket marked WAN, not in one of the three together?',
      '网线插在标有 WAN 的插口里，而不是并排的三个里吗？',
    ),
    arrivals: [arrive(['network-cable'], forward, 0.12)],
    camera: back,
    minutes: 1,
    mistakes: [
      {
        sign: text('The light bar turns amber later.', '之后灯条变成琥珀色。'),
        remedy: text(
          'The cable is often in a LAN socket. Move it to WAN.',
          '多半插到了 LAN 口，请改插 WAN 口。',
        ),
      },
    ],
  },
  {
    ...plain,
    id: 'power',
    title: text('Power', '接通电源'),
    say: text(
      'Push the round plug of part D into the router and the adapter into the wall.',
      '把 D 的圆形插头插入路由器，再把适配器插入墙上插座。',
    ),
    check: text('Does the light bar blink?', '灯条在闪烁吗？'),
    warnings: [text('Use only the adapter from this box: 12 volts.', '只使用随附的 12 伏适配器。')],
    arrivals: [arrive(['power-adapter'], forward, 0.12)],
    camera: back,
    minutes: 1,
  },
  {
    ...plain,
    id: 'router-light',
    title: text('Read the light bar', '查看灯条'),
    say: text(
      'Give it three minutes. Blinking means it is starting. White means it is online. Amber means it runs but finds no internet.',
      '等待三分钟。闪烁表示启动中，白色表示已联网，琥珀色表示没有互联网。',
    ),
    check: text('Is the light bar steady white?', '灯条是白色常亮吗？'),
    arrivals: [],
    highlights: ['router'],
    minutes: 3,
    mistakes: [
      {
        sign: text('It stays amber.', '一直是琥珀色。'),
        remedy: text(
          'Check WAN and the fibre box’s second light, then switch the box off for ten seconds.',
          '检查 WAN 口和光猫第二个灯，然后将光猫断电十秒。',
        ),
      },
      {
        sign: text('It blinks for more than five minutes.', '闪烁超过五分钟。'),
        remedy: text(
          'It is updating itself. Leave it on for another ten minutes.',
          '正在自动更新，请再等十分钟。',
        ),
      },
    ],
  },
  {
    ...plain,
    id: 'join',
    title: text('Join with your phone', '用手机连接'),
    say: text(
      'Point your phone’s camera at the code on the router’s base and join the network. The app asks for a new name and password: choose both.',
      '用手机相机对准路由器底部的二维码并加入网络。按提示设置新的名称和密码。',
    ),
    check: text(
      'Does a page open on your phone with its mobile data switched off?',
      '关闭手机流量后，还能打开网页吗？',
    ),
    arrivals: [],
    highlights: ['router'],
    tools: ['phone'],
    minutes: 4,
    mistakes: [
      {
        sign: text('The phone says the password is wrong.', '手机提示密码错误。'),
        remedy: text(
          'Type the one printed under the code: zero and O, one and l look alike.',
          '手动输入二维码下方的密码，注意区分 0 与 O、1 与 l。',
        ),
      },
    ],
  },
];
