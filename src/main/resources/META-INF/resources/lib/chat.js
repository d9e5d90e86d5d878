// @ts-check
import { Answer } from './answer.js';
import { contextWish } from './context.js';
import { Conversation } from './conversation.js';
import { newId } from './ids.js';
import { Observable } from './observable.js';

/** How soon, and how often, to look again for an answer that another tab is about to ask for. */
const LOOK_AGAIN_MS = 2_000;
const LOOKS = 3;

/**
 * What a person can do in a conversation: ask, stop, go on, ask again, begin anew. It changes when an answer begins,
 * is being stopped or ends; who wants its words watches the answer. It says `ended` for each answer that ends.
 */
export class Chat extends Observable {
  conversation = new Conversation();

  #socket;
  #shelf;
  #preferences;
  /** @type {Set<string>} generations that were asked for by this page, or by the one it restored */
  #own = new Set();
  /** @type {Map<string, number>} how often the server did not know a generation that nothing was seen of */
  #unknown = new Map();

  /**
   * @param {import('./chat-socket.js').ChatSocket} socket
   * @param {import('./model-shelf.js').ModelShelf} shelf
   * @param {import('./preferences.js').Preferences} preferences
   */
  constructor(socket, shelf, preferences) {
    super();
    this.#socket = socket;
    this.#shelf = shelf;
    this.#preferences = preferences;
  }

  /** The answer that is being generated, if there is one. */
  get running() {
    const answer = this.conversation.last?.answer;
    return answer?.running ? answer : null;
  }

  /**
   * @param {string} question
   * @returns {boolean} false when it cannot be asked now: nothing said, no model, or an answer is still coming
   */
  ask(question) {
    if (!question.trim() || !this.#shelf.chosen || this.running) return false;
    const answer = this.#newAnswer();
    this.conversation.add({ id: newId(), at: answer.at, question, answer });
    this.#begin(answer);
    return true;
  }

  /** Asks the last question again, of the model that is chosen now. */
  regenerate() {
    if (!this.conversation.last || !this.#shelf.chosen || this.running) return;
    const answer = this.#newAnswer();
    this.conversation.answerAgain(answer);
    this.#begin(answer);
  }

  /** Has the last answer written on where it broke off, by the same model. */
  goOn() {
    const answer = this.conversation.last?.answer;
    if (!answer?.content || answer.running) return;
    answer.goOn(newId());
    this.#begin(answer);
  }

  /** Tries what failed again, after something that stood in its way was changed. */
  again() {
    if (this.conversation.last?.answer.part) this.goOn();
    else this.regenerate();
  }

  stop() {
    const answer = this.running;
    if (!answer || answer.stopping) return;
    answer.markStopping();
    this.#socket.stop(answer.generation);
    this.changed();
  }

  /** Begins a new conversation; an answer still coming is stopped. */
  begin() {
    this.stop();
    this.conversation.clear();
  }

  /**
   * Reads on what is still running in the conversation, which was restored or changed by another tab.
   *
   * @param {boolean} restored whether this page is the heir of the one that asked
   */
  resume(restored) {
    for (const { answer } of this.conversation.turns) {
      if (!answer.running) continue;
      if (restored) this.#own.add(answer.generation);
      this.#socket.resume(answer.generation, this.#reader(answer));
    }
    this.changed();
  }

  #newAnswer() {
    return new Answer(newId(), this.#shelf.chosen?.name ?? '');
  }

  /** @param {Answer} answer */
  #begin(answer) {
    this.#own.add(answer.generation);
    this.#send(answer);
    this.changed();
  }

  /** @param {Answer} answer */
  #send(answer) {
    const goOn = answer.part > 0;
    const think = goOn ? false : this.#think();
    const numCtx = contextWish(this.conversation, this.#shelf.named(answer.model));
    this.#socket.ask(
      {
        type: 'ask',
        id: answer.generation,
        model: answer.model,
        messages: this.conversation.messages({ goOn }),
        ...(think === undefined ? {} : { think }),
        ...(numCtx === null ? {} : { options: { num_ctx: numCtx } }),
      },
      this.#reader(answer),
    );
  }

  /**
   * @param {Answer} answer
   * @returns {import('./chat-socket.js').Reader}
   */
  #reader(answer) {
    const { generation } = answer;
    return {
      get seq() {
        return answer.seq;
      },
      onFrame: (frame) => {
        if (answer.generation !== generation || this.#neverArrived(answer, frame)) return;
        answer.accept(frame);
        if (!answer.running) this.#ended(answer);
      },
    };
  }

  /**
   * An ask that the connection took with it has left no trace: the person still waits for it, so it is made again,
   * once. Another tab's may only just be on its way.
   *
   * @param {Answer} answer
   * @param {import('./frames.js').ServerFrame} frame
   * @returns {boolean} whether the server not knowing it is not the end
   */
  #neverArrived(answer, frame) {
    if (frame.type !== 'refused' || frame.code !== 'gone' || answer.seq > 0 || answer.stopping) return false;
    const { generation } = answer;
    const times = (this.#unknown.get(generation) ?? 0) + 1;
    this.#unknown.set(generation, times);
    const own = this.#own.has(generation);
    if (times > (own ? 1 : LOOKS)) return false;
    if (own) this.#send(answer);
    else setTimeout(() => this.#socket.resume(generation, this.#reader(answer)), LOOK_AGAIN_MS);
    return true;
  }

  /** @param {Answer} answer */
  #ended(answer) {
    this.#own.delete(answer.generation);
    this.#unknown.delete(answer.generation);
    this.dispatchEvent(new CustomEvent('ended', { detail: answer }));
    this.changed();
  }

  /** Ollama takes `false` from every model, but `true` only from one that can think. */
  #think() {
    const wish = this.#preferences.think;
    if (wish === true && !this.#shelf.chosen?.capabilities?.includes('thinking')) return undefined;
    return wish ?? undefined;
  }
}
