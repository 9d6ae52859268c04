import type { Direction, GuideStep, Vector } from '#protocol/guide';
import { arrive, fasten, text } from '../../product.ts';
import { screwPlaces, wallPlate } from './shape.ts';

const toWall: Direction = [0, 0, -1];
const holes = (z: number): Vector[] => screwPlaces.map(([x, y]) => [x, y, z]);
const near: GuideStep['camera'] = { azimuth: 24, elevation: 12, distance: 1.15, target: [0, 0.04, 0] };
const plain = { warnings: [], moves: [], fasteners: [], arrivals: [], mistakes: [], camera: near };

/** From a bare wall to a plate that carries the screen. */
export const wall: GuideStep[] = [
  {
    ...plain,
    id: 'studs',
    title: text('Find what holds', '找到承重位置'),
    say: text(
      'Slide the detector along the wall at eye height when seated. Stick a marker, part A, over the middle of each of two studs, point down. In brick or concrete, put them 40 centimetres apart.',
      '在坐姿视线高度用探测仪横向扫描。在两根龙骨的正中各贴一张标记贴 A，尖头朝下。砖墙或混凝土墙则相隔 40 厘米贴。',
    ),
    check: text(
      'Did you find both edges of each stud, and do the markers sit in the middle?',
      '两根龙骨的左右边缘都找到，标记贴在正中了吗？',
    ),
    warnings: [
      text(
        'Scan for cables and pipes too. They often run straight up, down or sideways from sockets, switches and taps: do not drill there.',
        '同时探测电线和水管。它们常从插座、开关、水龙头处垂直或水平延伸，切勿在这些位置钻孔。',
      ),
      text(
        'Plasterboard alone does not carry a screen, whatever plug you use. Find studs or choose another wall.',
        '仅靠石膏板无法承重，用什么膨胀管都不行。请找到龙骨或换一面墙。',
      ),
    ],
    arrivals: [arrive(['marker-left'], toWall, 0.15), arrive(['marker-right'], toWall, 0.15)],
    tools: ['detector', 'pencil'],
    minutes: 8,
    mistakes: [
      {
        sign: text('The detector beeps everywhere.', '探测仪到处都响。'),
        remedy: text(
          'Hold it flat on a bare spot and switch it on again, so that it learns the wall. Foil-backed board fools it: find the screws of the board with a magnet.',
          '把它平贴在空白墙面上重新开机校准。若是铝箔石膏板会误报，可用磁铁找板上的螺钉。',
        ),
      },
      {
        sign: text('The studs are 60 centimetres apart.', '龙骨间距是 60 厘米。'),
        remedy: text(
          'Screw a board 18 millimetres thick across both studs and fix the plate to the board.',
          '先把 18 毫米厚木板固定在两根龙骨上，再把墙板装在木板上。',
        ),
      },
    ],
  },
  {
    ...plain,
    id: 'template',
    title: text('Level the template', '贴平模板'),
    say: text(
      'Stick the template, part B, under the markers so that its outer holes lie below their points. Set the spirit level on the blue line before you press the card down.',
      '把模板 B 贴在标记贴下方，孔对准标记的尖头。先用水平尺校平蓝线，再压紧。',
    ),
    check: text(
      'Does the bubble stand between its lines, and is the blue cross about 110 centimetres above the floor?',
      '气泡居中了吗？蓝色十字离地约 110 厘米吗？',
    ),
    arrivals: [arrive(['template'], toWall, 0.25)],
    tools: ['spirit-level', 'pencil'],
    minutes: 5,
    mistakes: [
      {
        sign: text('A hole misses the stud.', '有孔没有落在龙骨上。'),
        remedy: text(
          'Slide the whole card sideways: the screen hides a hand’s width. All four holes must be over wood.',
          '整体左右移动模板，屏幕能遮住一掌宽的偏差。四个孔都必须落在木料上。',
        ),
      },
    ],
  },
  {
    ...plain,
    id: 'drill',
    title: text('Drill four holes', '钻四个孔'),
    say: text(
      'Drill through the four holes of the card, straight in. Into wooden studs: 5 millimetres wide, 65 deep. Into brick or concrete: 10 wide, 75 deep, with hammer action.',
      '透过模板的四个孔垂直钻入。木龙骨：直径 5 毫米，深 65 毫米。砖墙或混凝土：直径 10 毫米，深 75 毫米，用冲击挡。',
    ),
    check: text(
      'Did wood shavings, or brick dust, come out of all four holes?',
      '四个孔都带出木屑或砖粉了吗？',
    ),
    warnings: [
      text(
        'Wear safety glasses, and switch off the circuit of sockets nearby.',
        '戴护目镜，并断开附近插座的电路。',
      ),
      text(
        'Stop at once if the drill meets metal, water or a hollow where there should be wood.',
        '若钻到金属、出水，或本该是木料处突然变空，立即停止。',
      ),
    ],
    highlights: ['template'],
    tools: ['drill', 'goggles'],
    minutes: 10,
    mistakes: [
      {
        sign: text('After the board the drill falls into nothing.', '钻过石膏板后一下子空了。'),
        remedy: text(
          'You missed the stud. Look for its edge with a thin nail, move the template and drill again.',
          '没有钻到龙骨。用细钉探出边缘，移动模板重新钻。',
        ),
      },
      {
        sign: text('White dust only, and no shavings.', '只有白粉，没有木屑。'),
        remedy: text('That is plasterboard. Do not go on with this hole.', '那只是石膏板，不要使用这个孔。'),
      },
    ],
  },
  {
    ...plain,
    id: 'plugs',
    title: text('Plugs, in masonry only', '装膨胀管（仅砖墙）'),
    say: text(
      'In brick or concrete, blow out the dust and tap a wall plug into each hole until it is flush. In wooden studs, skip this: the screws bite into the wood.',
      '砖墙或混凝土：吹净灰尘，把膨胀管敲入孔内至齐平。木龙骨请跳过此步，螺钉直接咬入木料。',
    ),
    check: text(
      'Are all plugs flush, or is yours a stud wall?',
      '膨胀管都齐平了吗？（或者您的是木龙骨墙？）',
    ),
    fasteners: fasten('wall-plug', toWall, 0, holes(-0.008)),
    tools: [],
    minutes: 2,
    mistakes: [
      {
        sign: text('A plug turns in its hole.', '膨胀管在孔里打转。'),
        remedy: text(
          'The hole is too wide. Fill it with injection mortar, wait the hours it says, and set the plug again.',
          '孔太大。用植筋胶填充，按说明等待固化后重新装。',
        ),
      },
    ],
  },
  {
    ...plain,
    id: 'wall-plate',
    title: text('Screw on the wall plate', '固定墙板'),
    say: text(
      'Hold the wall plate, part C, over the card, the lip that points up on top. Put in four coach screws, level the plate, and tighten them with the wrench.',
      '把墙板 C 盖在模板上，向上的挂边在上。拧入四颗六角木螺钉，校平后用扳手拧紧。',
    ),
    check: text('Does the upper lip point up, and is the plate still level?', '上挂边朝上、墙板仍然水平吗？'),
    arrivals: [arrive(['wall-plate'], toWall, 0.3)],
    fasteners: fasten('coach-screw', toWall, 3600, holes(wallPlate.front)),
    tools: ['socket-wrench', 'spirit-level'],
    minutes: 8,
    mistakes: [
      {
        sign: text('A screw turns on without getting tight.', '螺钉一直转却拧不紧。'),
        remedy: text(
          'It has no hold. Take the plate off and drill again a hand’s width higher or lower, in the middle of the stud.',
          '没有咬住。取下墙板，在龙骨正中、高或低一掌的位置重新钻孔。',
        ),
      },
      {
        sign: text('A screw stops before its head touches.', '螺钉头还没贴板就拧不动。'),
        remedy: text(
          'Do not force it, it shears off. Take it out, drill deeper and rub the thread with soap.',
          '别硬拧，会断。退出螺钉，把孔钻深，并在螺纹上擦点肥皂。',
        ),
      },
    ],
  },
  {
    ...plain,
    id: 'pull',
    title: text('Try the plate', '试承重'),
    say: text(
      'Take the plate with both hands and pull down and outwards with about half your weight. Watch its edge against the wall.',
      '双手抓住墙板，用约一半体重向下向外拉，观察墙板边缘与墙面。',
    ),
    check: text(
      'Does it stay tight against the wall, without a gap or a creak?',
      '墙板紧贴墙面，没有缝隙和响声吗？',
    ),
    warnings: [text('If it moves at all, do not hang the screen on it.', '只要有松动，就不要挂电视。')],
    highlights: ['wall-plate'],
    tools: [],
    minutes: 1,
    mistakes: [
      {
        sign: text('A gap opens at the top.', '上边出现缝隙。'),
        remedy: text(
          'Tighten the two upper screws. If they only turn, drill new holes.',
          '拧紧上面两颗螺钉；若空转，请重新钻孔。',
        ),
      },
    ],
  },
  {
    ...plain,
    id: 'channel',
    title: text('Cable channel', '贴线槽'),
    say: text(
      'Wipe the wall clean under the plate. Peel the back of the channel, part G, and press it on upright, its top 48 centimetres below the middle of the plate.',
      '擦净墙板下方的墙面。撕开线槽 G 的背胶，竖直贴上，上端在墙板中心以下 48 厘米处。',
    ),
    check: text(
      'Is the channel upright, and does it stick along its whole length?',
      '线槽竖直、全长都粘牢了吗？',
    ),
    arrivals: [arrive(['cover-base'], toWall, 0.25)],
    tools: ['spirit-level'],
    camera: { azimuth: 24, elevation: 8, distance: 2, target: [0, -0.38, 0] },
    minutes: 3,
  },
];
