import type { GuideSource } from '../product.ts';
import { ashbyDesk } from './ashby-desk/index.ts';
import { beaconRouter } from './beacon-router/index.ts';
import { fenwickBookcase } from './fenwick-bookcase/index.ts';
import { ploverArmchair } from './plover-armchair/index.ts';
import { slateLaptop } from './slate-laptop/index.ts';
import { vistaTelevision } from './vista-television/index.ts';

/** The guides that ship. */
export const products: GuideSource[] = [
  fenwickBookcase,
  ashbyDesk,
  ploverArmchair,
  beaconRouter,
  vistaTelevision,
  slateLaptop,
];
