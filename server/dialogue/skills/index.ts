import type { Intent } from '#protocol';
import { assemblyHelp } from './assembly.ts';
import { cancel } from './cancel.ts';
import { changeAddress } from './change-address.ts';
import { complaint, feedback } from './complaint.ts';
import { defect } from './defect.ts';
import type { Skill } from './define.ts';
import { deliveryOptions } from './delivery-options.ts';
import { gotoStep, nextStep, previousStep, repeatStep } from './guide-steps.ts';
import { handOff } from './hand-off.ts';
import { invoice } from './invoice.ts';
import { exchangeItem, itemChange } from './item-changes.ts';
import { deleteMyData, showMyData } from './my-data.ts';
import {
  collection,
  dayChange,
  defaultAddressChange,
  deliveryInstructions,
  notHome,
  paymentChange,
  undoChange,
} from './order-changes.ts';
import { orderFacts } from './order-facts.ts';
import { orderTroubles } from './order-troubles.ts';
import { placeOrder, productInfo } from './product-info.ts';
import { recommend } from './recommend.ts';
import { refundStatus } from './refund-status.ts';
import { sendBack } from './return.ts';
import { account, subscription } from './shop.ts';
import { shopQuestion } from './shop-question.ts';
import { showPart } from './show-part.ts';
import { botQuestion, goodbye, greeting, help, outOfScope, thanks } from './small-talk.ts';
import { track } from './track.ts';
import { upgradeToExpress } from './upgrade-to-express.ts';

const skills: readonly Skill[] = [
  track,
  upgradeToExpress,
  changeAddress,
  cancel,
  sendBack,
  refundStatus,
  defect,
  invoice,
  deliveryOptions,
  placeOrder,
  account,
  subscription,
  recommend,
  productInfo,
  shopQuestion,
  orderFacts,
  ...orderTroubles,
  exchangeItem,
  itemChange,
  defaultAddressChange,
  dayChange,
  paymentChange,
  collection,
  deliveryInstructions,
  notHome,
  undoChange,
  showMyData,
  deleteMyData,
  complaint,
  feedback,
  handOff,
  assemblyHelp,
  nextStep,
  previousStep,
  repeatStep,
  gotoStep,
  showPart,
  greeting,
  thanks,
  goodbye,
  help,
  botQuestion,
  outOfScope,
];

const byIntent = new Map<Intent, Skill>(
  skills.flatMap((skill) => skill.intents.map((intent) => [intent, skill] as const)),
);

export const isSkill = (intent: Intent): boolean => byIntent.has(intent);

/** The skill for an intent. Intents without one are out of scope. */
export const skillFor = (intent: Intent): Skill => byIntent.get(intent) ?? outOfScope;
