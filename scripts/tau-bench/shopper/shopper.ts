import type { Choice, Reply } from '#protocol';
import type { GoalTask } from '../goal-file.ts';
import { found, type RetailData, variantOf } from '../retail-data.ts';
import {
  createAgenda,
  currentGoal,
  itemsOf,
  type Matter,
  type Mismatch,
  methodOf,
  mismatches,
  nextMatter,
} from './agenda.ts';
import { type AskedFor, askedForBy, refuses } from './asked.ts';
import { correct, ends, openingWords, restated, slotAnswer, wording } from './phrases.ts';
import { createShopperSpeech, isOrderGoal } from './speech.ts';
import type { Terms } from './terms.ts';
import { acceptable } from './wishes.ts';

/** What a shopper does next. `agreed`: it is a yes to these terms. */
export type Act =
  | { kind: 'say'; text: string; agreed?: Terms }
  | { kind: 'press'; choice: string; agreed?: Terms }
  | { kind: 'leave'; reason: 'satisfied' | 'gave_up' };

/** After so many times that a matter got nowhere, it is let go. */
const patience = 5;

/** One shopper with a task, by the agenda of its goals. */
export class Shopper {
  readonly #data: RetailData;
  readonly #task: GoalTask;
  readonly #agenda: Matter[];
  readonly #speech;
  readonly #user: string;
  readonly #random: () => number;
  readonly #sideQuestions: string[];
  #turnsLeft: number;

  constructor(data: RetailData, user: string, task: GoalTask, random: () => number) {
    this.#data = data;
    this.#task = task;
    this.#user = user;
    this.#random = random;
    this.#agenda = createAgenda(task);
    this.#speech = createShopperSpeech(data, user, task.persona, random);
    this.#sideQuestions = [...(task.sideQuestions ?? [])];
    this.#turnsLeft = 10 + 12 * task.goals.length;
  }

  /** How each goal went, in the task's order. */
  get progress(): string[] {
    return this.#agenda.map(({ progress }) => progress);
  }

  open(): Act {
    return this.#raise(this.#speech.any(['', '', 'hello, ', 'hi there, ']));
  }

  /** `done`: what the shop's data shows to have been changed since the last turn. `terms`: of a question for consent. */
  answer(reply: Reply, terms: Terms | undefined, done: readonly Terms[]): Act {
    if (--this.#turnsLeft <= 0) return { kind: 'leave', reason: 'gave_up' };
    const progressed = this.#settle(done);
    const asked = askedForBy(reply);
    if (asked === 'confirmation' && terms) return this.#onConfirmation(reply, terms);
    const matter = this.#open();
    if (!matter) return this.#finish(asked);
    if (progressed && asked === 'nothing') return this.#raise('');
    if (matter.goal.want === 'info') {
      matter.progress = 'done';
      return this.#raise('');
    }
    if (asked === 'nothing') return this.#onNothingAsked(matter, reply);
    return this.#onQuestion(matter, reply, asked);
  }

  /** Matters that a change in the shop's data brings to an end. */
  #settle(done: readonly Terms[]): boolean {
    let settled = false;
    for (const terms of done) {
      const matter = this.#agenda.find((each) => {
        const goal = currentGoal(each);
        if (each.progress !== 'open' || goal.want !== terms.act) return false;
        return !isOrderGoal(goal) || goal.order.number === terms.order;
      });
      if (!matter) continue;
      matter.progress = 'done';
      settled = true;
    }
    return settled;
  }

  #open = (): Matter | undefined => nextMatter(this.#agenda);

  #finish(asked: AskedFor): Act {
    if (asked === 'choice' || asked === 'nothing') return { kind: 'leave', reason: 'satisfied' };
    return { kind: 'say', text: this.#speech.any(ends) };
  }

  #onConfirmation(reply: Reply, terms: Terms): Act {
    const open = this.#agenda.filter(({ progress, goal }) => progress === 'open' && goal.want !== 'info');
    const matter = open.find((each) => mismatches(this.#data, each, terms).length === 0);
    if (matter) return this.#onWanted(matter, reply, terms);
    const meant = this.#meant(open, terms);
    if (!meant) return this.#say(this.#speech.any(wording.noThanks));
    if (++meant.corrections > patience) return this.#giveUpOn(meant, 'no, never mind');
    return this.#say(`no, ${this.#correction(meant, mismatches(this.#data, meant, terms))}`);
  }

  /** The matter that a question for consent comes closest to. */
  #meant(open: Matter[], terms: Terms): Matter | undefined {
    const alike = open.filter(({ goal }) => goal.want === terms.act);
    const ofOrder = alike.find((each) => {
      const goal = currentGoal(each);
      return !isOrderGoal(goal) || goal.order.number === terms.order;
    });
    return ofOrder ?? alike[0] ?? this.#open();
  }

  /** The question has the terms that the shopper wants: a yes, unless something comes to their mind. */
  #onWanted(matter: Matter, reply: Reply, terms: Terms): Act {
    const question = this.#sideQuestions.shift();
    if (question) return this.#say(question);
    if (matter.mind) {
      const { first } = matter.mind;
      matter.mind = undefined;
      const changed: Mismatch[] =
        'items' in first
          ? ['items', 'target']
          : 'method' in first
            ? ['method']
            : 'address' in first
              ? ['address']
              : ['order'];
      return this.#say(`${this.#speech.any(wording.changesMind)} ${this.#correction(matter, changed)}`);
    }
    if (matter.goal.dropped) {
      matter.progress = 'dropped';
      return this.#say(this.#speech.any(wording.drops));
    }
    const yes = reply.choices.find(({ id }) => id === 'yes');
    if (yes && this.#random() < 0.2) return { kind: 'press', choice: yes.id, agreed: terms };
    return { kind: 'say', text: this.#speech.any(wording.yes), agreed: terms };
  }

  #onNothingAsked(matter: Matter, reply: Reply): Act {
    if (!matter.raised) return this.#raise('');
    if (refuses(reply) && this.#nextWish(matter, reply)) {
      const goal = currentGoal(matter);
      return this.#say(
        `${this.#speech.any(wording.thenRather)} ${slotAnswer(this.#data, this.#speech, matter, goal, 'target')}`,
      );
    }
    if (refuses(reply) && 'items' in matter.goal && this.#turnsDown('other_variant'))
      return this.#giveUpOn(matter, this.#speech.any(wording.drops));
    matter.tries++;
    if (refuses(reply) && matter.tries > 1) return this.#giveUpOn(matter, undefined);
    if (matter.tries > patience) return this.#giveUpOn(matter, 'never mind');
    const anew = restated(this.#data, this.#speech, matter, currentGoal(matter));
    const person = reply.choices.some(({ id }) => id === 'person') && this.#turnsDown('person');
    return this.#say(person ? `${this.#speech.any(wording.noPerson)} ${anew}` : anew);
  }

  #turnsDown(offer: 'person' | 'other_variant'): boolean {
    return this.#task.refusals?.includes(offer) ?? false;
  }

  /** Goes on to the next wish for an item where the last one cannot be had. */
  #nextWish(matter: Matter, _reply: Reply): boolean {
    const { goal, passed } = matter;
    if (!('items' in goal) || goal.items === 'all') return false;
    for (const [index, { to = [] }] of goal.items.entries()) {
      const at = passed[index] ?? 0;
      const target = to[at];
      const item = goal.items[index];
      if (!target || !item || at + 1 >= to.length) continue;
      const first = acceptable(this.#data, goal.order.number, { ...item, to: [target] });
      if (first.size > 0) continue;
      passed[index] = at + 1;
      return true;
    }
    return false;
  }

  #onQuestion(matter: Matter, reply: Reply, asked: AskedFor): Act {
    if (refuses(reply) && this.#nextWish(matter, reply)) {
      const goal = currentGoal(matter);
      return this.#say(slotAnswer(this.#data, this.#speech, matter, goal, 'target'));
    }
    if (++matter.tries > patience + 3) return this.#giveUpOn(matter, 'never mind');
    const goal = currentGoal(matter);
    const choice = this.#choiceFor(reply.choices, matter);
    if (asked === 'choice' && !choice) return this.#say(restated(this.#data, this.#speech, matter, goal));
    if (choice && (asked === 'choice' || this.#random() < 0.3)) {
      if (this.#random() < 0.5) return { kind: 'press', choice: choice.id };
      return this.#say(choice.label);
    }
    if (asked === 'identity') return this.#say(this.#identity(reply));
    return this.#say(slotAnswer(this.#data, this.#speech, matter, goal, asked));
  }

  /** The one button that fits the matter better than the others. */
  #choiceFor(choices: readonly Choice[], matter: Matter): Choice | undefined {
    const goal = currentGoal(matter);
    const form = choices.filter((choice) => this.#isWantedForm(choice, matter));
    if (form.length === 1) return form[0];
    const wanted = this.#marks(goal);
    const scored = choices
      .map((choice) => ({
        choice,
        score: wanted.filter((mark) => `${choice.label} ${choice.say}`.toLowerCase().includes(mark)).length,
      }))
      .sort((one, other) => other.score - one.score);
    const [best, second] = scored;
    return best && best.score > 0 && best.score > (second?.score ?? 0) ? best.choice : undefined;
  }

  /** The button is for a variant that the shopper takes: it tells all of its options. */
  #isWantedForm({ label, say }: Choice, matter: Matter): boolean {
    const goal = currentGoal(matter);
    if (!isOrderGoal(goal)) return false;
    const told = `${label} ${say}`.toLowerCase();
    return itemsOf(this.#data, goal).some((item, index) =>
      [...acceptable(this.#data, goal.order.number, item, matter.passed[index])].some((id) =>
        Object.entries(variantOf(this.#data, id).options).every(([name, value]) =>
          told.includes(
            (value === 'yes' || value === 'no'
              ? name
              : value === 'none'
                ? `no ${name}`
                : value
            ).toLowerCase(),
          ),
        ),
      ),
    );
  }

  /** Words by which a button for this goal is known. */
  #marks(goal: ReturnType<typeof currentGoal>): string[] {
    const marks: string[] = [];
    if (isOrderGoal(goal)) marks.push(goal.order.number.toLowerCase());
    for (const item of itemsOf(this.#data, goal))
      marks.push(variantOf(this.#data, item.item).product.name.toLowerCase());
    const method = methodOf(goal);
    const known = method && found(this.#data.users, this.#user).payment_methods[method];
    if (known) marks.push(known.last_four ?? known.source.replace('_', ' '));
    if (goal.want === 'cancel') marks.push(goal.reason);
    return marks;
  }

  #identity({ text }: Reply): string {
    const { name, email, address } = found(this.#data.users, this.#user);
    if (/mail/i.test(text)) return email;
    if (/zip|post/i.test(text)) return address.zip;
    return `${name.first_name} ${name.last_name}`;
  }

  #correction(matter: Matter, wrong: readonly Mismatch[]): string {
    return correct(this.#data, this.#speech, matter, currentGoal(matter), wrong);
  }

  #raise(before: string): Act {
    const matter = this.#open();
    if (!matter) return { kind: 'leave', reason: 'satisfied' };
    matter.raised = true;
    const others =
      this.#task.persona.style === 'all_at_once' &&
      this.#agenda.every(({ raised }) => !raised || matter.raised)
        ? this.#alsoNow(matter)
        : [];
    return this.#say(
      before + openingWords(this.#data, this.#speech, matter, others, this.#task.persona.style),
    );
  }

  /** A second matter told in the same breath, where nothing hangs on the first. */
  #alsoNow(matter: Matter): Matter[] {
    const next = this.#agenda.find(
      (each) => each.progress === 'open' && !each.raised && each !== matter && !each.goal.if && !each.mind,
    );
    if (!next || matter.mind || next.goal.want === 'info' || this.#random() < 0.5) return [];
    next.raised = true;
    return [next];
  }

  #giveUpOn(matter: Matter, said: string | undefined): Act {
    matter.progress = 'impossible';
    if (said) return this.#say(said);
    return this.#raise(this.#speech.any(['okay. ', 'all right then. ', 'oh well. ']));
  }

  #say(text: string): Act {
    return { kind: 'say', text: this.#speech.dressed(text) };
  }
}
