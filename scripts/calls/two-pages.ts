import type { Browser, Page } from '@playwright/test';
import { launchBrowser } from '../../tests/browser/browser.ts';
import {
  askForPerson,
  closeConversation,
  offerOf,
  signIn,
  takeWaiting,
} from '../../tests/browser/call-acts.ts';
import { createMicrophone } from '../../tests/browser/microphone.ts';
import { type RunningHexkey, startProduct } from '../../tests/browser/product.ts';
import { watch } from './page-probe.ts';

/** The product, and a browser whose pages have a camera and a microphone that hears nothing. */
export interface TwoPageStage {
  product: RunningHexkey;
  browser: Browser;
  close(): Promise<void>;
}

export async function openTwoPageStage(): Promise<TwoPageStage> {
  const product = await startProduct();
  const microphone = await createMicrophone();
  const browser = await launchBrowser({ microphone: microphone.file });
  return {
    product,
    browser,
    async close() {
      await browser.close();
      await product.stop();
      await microphone.remove();
    },
  };
}

/** A customer's page and a member of staff's, in one call. */
export interface TwoPages {
  customer: Page;
  staff: Page;
  /** Staff close the conversation, and both leave. */
  close(): Promise<void>;
}

const ways = { video: /^Show my camera/, voice: /^Just talk/ } as const;
export type Way = keyof typeof ways;

/** `prepare` is done to the customer's page before it opens. */
export async function openTwoPages(
  { product, browser }: TwoPageStage,
  way: Way,
  prepare?: (customer: Page) => Promise<unknown>,
): Promise<TwoPages> {
  const open = async (width: number, height: number) => {
    const page = await browser.newPage({
      baseURL: product.address,
      viewport: { width, height },
      locale: 'en-GB',
    });
    // The compiler that runs this script wraps named functions in a call of its own, in those for the page, too.
    await page.addInitScript('globalThis.__name = (named) => named');
    await watch(page);
    return page;
  };
  const [customer, staff] = await Promise.all([open(390, 844), open(1280, 800)]);
  await prepare?.(customer);
  await signIn(staff, 'agent');
  await askForPerson(customer);
  await takeWaiting(staff);
  await agreeToCall(customer, way);
  return {
    customer,
    staff,
    async close() {
      await closeConversation(staff);
      await Promise.all([customer.close(), staff.close()]);
    },
  };
}

/** The customer says how they want to go on, and joins. */
export const agreeToCall = (customer: Page, way: Way): Promise<void> =>
  offerOf(customer).getByRole('button', { name: ways[way] }).click();
