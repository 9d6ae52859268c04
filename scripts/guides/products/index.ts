import type { GuideSource } from '../product.ts';
import { fenwickBookcase } from './fenwick-bookcase/index.ts';

/** The guides that ship. */
export const products: GuideSource[] = [fenwickBookcase];
