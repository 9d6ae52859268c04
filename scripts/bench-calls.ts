import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureCaptions } from './calls/captions.ts';
import { measureDrawing } from './calls/drawing.ts';
import { measureForwarding } from './calls/forwarding.ts';
import { measureJoins } from './calls/join.ts';
import { measureManyRooms } from './calls/many-rooms.ts';
import { measureRecovery } from './calls/recovery.ts';
import { openTwoPageStage, openTwoPages } from './calls/two-pages.ts';
import { median, quantile, timing } from './speech-bench/figures.ts';

const parts = ['join', 'drawing', 'recovery', 'captions', 'forwarding', 'rooms'] as const;
type Part = (typeof parts)[number];

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    joins: { type: 'string', default: '10' },
    marks: { type: 'string', default: '40' },
    kills: { type: 'string', default: '3' },
    rooms: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '10' },
    help: { type: 'boolean', default: false },
  },
});
const unknown = values.only.find((name) => !parts.some((part) => part === name));
if (values.help || unknown !== undefined) {
  if (unknown !== undefined) console.error(`There is no part "${unknown}".`);
  console.log(`npm run bench:calls -- [--json] [--only ${parts.join('|')}] [--joins 10] [--marks 40] [--kills 3] [--rooms 20] [--seconds 10]
Two Chromium pages in a call of the built product: joining, drawing, a killed media worker, captions.
Then media workers with synthetic streams: the cost of forwarding beside mediasoup alone, and many rooms at once.
--only may be given more than once.`);
  process.exit(unknown === undefined ? 0 : 1);
}

const wants = (part: Part) => values.only.length === 0 || values.only.includes(part);
const percent = (share: number) => `${(share * 100).toFixed(2)}%`;
const heading = (what: string) =>
  console.log(`\n${what.padEnd(33)}median      p95   (load ${(loadavg()[0] ?? Number.NaN).toFixed(1)})`);
const figures = (times: readonly number[]) => ({
  median: median(times),
  p95: quantile(times, 0.95),
  count: times.length,
});
const measured: Record<string, unknown> = {};

if (wants('join') || wants('drawing') || wants('recovery') || wants('captions')) {
  const stage = await openTwoPageStage();
  try {
    if (wants('join') || wants('drawing') || wants('recovery')) await inVideoCall();
    if (wants('captions')) {
      heading('captions');
      const delays = await measureCaptions(stage);
      console.log(timing('end of sentence to final', delays, `${delays.length} sentences`));
      measured.captionsMs = figures(delays);
    }
  } finally {
    await stage.close();
  }

  async function inVideoCall() {
    const pages = await openTwoPages(stage, 'video');
    if (wants('join')) {
      heading('joining, to the first frame');
      const { staff, customer } = await measureJoins(pages, Number(values.joins));
      console.log(timing('staff see the customer', staff, `${staff.length} times, the page loaded anew`));
      console.log(timing('the customer is seen', customer, `${customer.length} times, camera and all`));
      measured.joinMs = { staff: figures(staff), customer: figures(customer) };
    }
    if (wants('drawing')) {
      heading('drawing, staff to customer');
      const { came, shown } = await measureDrawing(pages, Number(values.marks));
      console.log(timing('to the message', came, `${came.length} arrows`));
      console.log(timing('to the screen', shown));
      measured.drawingMs = { came: figures(came), shown: figures(shown) };
    }
    if (wants('recovery')) {
      heading('the media worker is killed');
      const { staffSee, customerHears } = await measureRecovery(pages, Number(values.kills));
      const each = (times: number[]) => times.map((ms) => ms.toFixed(0)).join(', ');
      console.log(timing('staff see again', staffSee, each(staffSee)));
      console.log(timing('the customer hears again', customerHears, each(customerHears)));
      measured.recoveryMs = { staffSee, customerHears };
    }
    await pages.close();
  }
}

if (wants('forwarding')) {
  heading('one forwarded 640x480 stream');
  const { streams, hexkey, bare } = await measureForwarding(3);
  const line = (name: string, shares: number[]) =>
    console.log(
      `  ${name.padEnd(26)}${percent(median(shares)).padStart(9)}${percent(quantile(shares, 0.95)).padStart(9)}  of a core`,
    );
  line('in a room of Hexkey', hexkey);
  line('mediasoup alone', bare);
  const ratio = median(hexkey) / median(bare);
  console.log(`  Hexkey / mediasoup alone: ${ratio.toFixed(2)}, one camera to ${streams} receivers`);
  measured.forwarding = { streams, hexkey: median(hexkey), bare: median(bare), ratio };
}

if (wants('rooms')) {
  const many = await measureManyRooms(Number(values.rooms), Number(values.seconds) * 1000);
  const { rooms, workers, sent, lost, cpu } = many;
  console.log(`\n${rooms} rooms at once for ${values.seconds} s, a camera and two microphones in each`);
  console.log(`  ${workers} workers take ${percent(cpu)} of a core together`);
  console.log(
    `  lost: ${lost} of ${sent} packets (${percent(lost / sent)}; load ${loadavg()[0]?.toFixed(1)})`,
  );
  measured.rooms = many;
}

if (values.json) console.log(JSON.stringify(measured));
process.exit(0);
