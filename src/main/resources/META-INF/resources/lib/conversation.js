// @ts-check
import { Observable } from './observable.js';

/**
 * A question and the answer to it.
 *
 * @typedef {{id: string, question: string, answer: import('./answer.js').Answer}} Turn
 */

/** What was said so far, oldest first. It changes when a turn comes or gets another answer, not with every token. */
export class Conversation extends Observable {
  /** @type {readonly Turn[]} */
  turns = [];

  get last() {
    return this.turns.at(-1);
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

  clear() {
    this.turns = [];
    this.changed();
  }

  /**
   * What the model is sent to answer the last question: every turn's question and what text it got.
   *
   * @returns {import('./frames.js').Message[]}
   */
  messages() {
    const last = this.last;
    return this.turns.flatMap((turn) => {
      /** @type {import('./frames.js').Message[]} */
      const messages = [{ role: 'user', content: turn.question }];
      if (turn !== last && turn.answer.content) messages.push({ role: 'assistant', content: turn.answer.content });
      return messages;
    });
  }
}
