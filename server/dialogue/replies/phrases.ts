import type address from '../templates/en/address.json';
import type ask from '../templates/en/ask.json';
import type assembly from '../templates/en/assembly.json';
import type cancel from '../templates/en/cancel.json';
import type change from '../templates/en/change.json';
import type choice from '../templates/en/choice.json';
import type complaint from '../templates/en/complaint.json';
import type defect from '../templates/en/defect.json';
import type delivery from '../templates/en/delivery.json';
import type finding from '../templates/en/finding.json';
import type flow from '../templates/en/flow.json';
import type guide from '../templates/en/guide.json';
import type handoff from '../templates/en/handoff.json';
import type invoice from '../templates/en/invoice.json';
import type item from '../templates/en/item.json';
import type language from '../templates/en/language.json';
import type mood from '../templates/en/mood.json';
import type order from '../templates/en/order.json';
import type privacy from '../templates/en/privacy.json';
import type product from '../templates/en/product.json';
import type recommend from '../templates/en/recommend.json';
import type refund from '../templates/en/refund.json';
import type giveBack from '../templates/en/return.json';
import type shop from '../templates/en/shop.json';
import type talk from '../templates/en/talk.json';
import type ticket from '../templates/en/ticket.json';
import type topic from '../templates/en/topic.json';
import type track from '../templates/en/track.json';
import type trouble from '../templates/en/trouble.json';
import type upgradeShipping from '../templates/en/upgrade_shipping.json';

/** The phrases of every file of templates, as the code names them; the Chinese files hold the same, see `loadTemplates`. */
interface Files {
  address: typeof address;
  ask: typeof ask;
  assembly: typeof assembly;
  cancel: typeof cancel;
  change: typeof change;
  choice: typeof choice;
  complaint: typeof complaint;
  defect: typeof defect;
  delivery: typeof delivery;
  finding: typeof finding;
  flow: typeof flow;
  guide: typeof guide;
  handoff: typeof handoff;
  invoice: typeof invoice;
  item: typeof item;
  language: typeof language;
  mood: typeof mood;
  order: typeof order;
  privacy: typeof privacy;
  product: typeof product;
  recommend: typeof recommend;
  refund: typeof refund;
  return: typeof giveBack;
  shop: typeof shop;
  talk: typeof talk;
  ticket: typeof ticket;
  topic: typeof topic;
  track: typeof track;
  trouble: typeof trouble;
  upgrade_shipping: typeof upgradeShipping;
}

/** "track.shipped": a file and a phrase in it. */
export type Phrase = { [File in keyof Files]: `${File}.${Extract<keyof Files[File], string>}` }[keyof Files];

/** The phrases of one file. */
export type PhraseOf<File extends keyof Files> = Extract<keyof Files[File], string>;
