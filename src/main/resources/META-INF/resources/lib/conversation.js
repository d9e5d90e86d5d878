// @ts-check
import { newId } from './ids.js';
import { Observable } from './observable.js';

/**
 * A question and the answer to it.
 *
 * @typedef {{id: string, at: number, question: string, answer: import('./answer.js').Answer}} Turn `at` in milliseconds
 */

/** What was said so far, oldest first. It changes when a turn comes or gets another answer, not with every token. */
export class Conversation extends Observable {
  id = newId();
  /** @type {readonly Turn[]} */
  turns = [];
  /** How many tokens the person wants the model to hold, or null to leave it to Ollama. */
  /** @type {number | null} */
  numCtx = null;
  /** The first turn that the model is still shown, or null when it is shown all. */
  /** @type {string | null} */
  seenFrom = null;

  get last() {
    return this.turns.at(-1);
  }

  /** The turns that the model is shown. */
  get seen() {
    return this.turns.slice(this.#firstSeen);
  }

  /** How many turns the model is not shown any more. */
  get unseenCount() {
    return this.#firstSeen;
  }

  /** @param {Turn} turn */
  add(turn) {
    this.turns = [...this.turns, turn];
    this.changed();
  }

  /**
   * Puts another answer in the place of the last turn's.
   *
   * @param {import('./answer.js').Answer} answer
   */
  answerAgain(answer) {
    const last = this.last;
    if (!last) return;
    this.turns = [...this.turns.slice(0, -1), { ...last, answer }];
    this.changed();
  }

  /** @param {number | null} numCtx tokens */
  widen(numCtx) {
    this.numCtx = numCtx;
    this.changed();
  }

  /** @param {number} count how many of the oldest turns that the model was shown so far */
  leaveOut(count) {
    this.seenFrom = this.seen[count]?.id ?? null;
    this.changed();
  }

  /** Shows the model every turn again. */
  showAll() {
    this.seenFrom = null;
    this.changed();
  }

  /**
   * Becomes what was kept, or what another tab made of it.
   *
   * @param {{id: string, turns: readonly Turn[], numCtx: number | null, seenFrom: string | null}} kept
   */
  become(kept) {
    this.id = kept.id;
    this.turns = kept.turns;
    this.numCtx = kept.numCtx;
    this.seenFrom = kept.seenFrom;
    this.changed();
  }

  /** Begins anew. */
  clear() {
    this.become({ id: newId(), turns: [], numCtx: null, seenFrom: null });
  }

  /**
   * What the model is sent to answer the last question: every turn's question and what text it got.
   *
   * @param {{goOn?: boolean}} [how] `goOn` to have it write on at the end of the last answer
   * @returns {import('./frames.js').Message[]}
   */
  messages({ goOn = false } = {}) {
    const last = this.last;
    return this.seen.flatMap((turn) => {
      /** @type {import('./frames.js').Message[]} */
      const messages = [{ role: 'user', content: turn.question }];
      const { content } = turn.answer;
      if (content && (turn !== last || goOn)) messages.push({ role: 'assistant', content });
      return messages;
    });
  }

  get #firstSeen() {
    // A turn that is not on this branch says nothing about it.
    return Math.max(0, this.turns.findIndex((turn) => turn.id === this.seenFrom));
  }
}
