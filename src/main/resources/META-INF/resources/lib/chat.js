// @ts-check
import { Answer } from './answer.js';
import { Conversation } from './conversation.js';
import { newId } from './ids.js';
import { Observable } from './observable.js';

/**
 * What a person can do in a conversation: ask, stop, ask again, begin anew. It changes when an answer begins, is
 * being stopped or ends; who wants its words watches the answer.
 */
export class Chat extends Observable {
  conversation = new Conversation();

  #socket;
  #shelf;
  #preferences;

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
    this.conversation.add({ id: newId(), question, answer });
    this.#send(answer);
    return true;
  }

  /** Asks the last question again, of the model that is chosen now. */
  regenerate() {
    if (!this.conversation.last || !this.#shelf.chosen || this.running) return;
    const answer = this.#newAnswer();
    this.conversation.answerAgain(answer);
    this.#send(answer);
  }

  stop() {
    const answer = this.running;
    if (!answer || answer.stopping) return;
    answer.markStopping();
    this.#socket.stop(answer.id);
    this.changed();
  }

  /** Begins a new conversation; an answer still coming is stopped. */
  begin() {
    this.stop();
    this.conversation.clear();
  }

  #newAnswer() {
    return new Answer(newId(), this.#shelf.chosen?.name ?? '');
  }

  /** @param {Answer} answer */
  #send(answer) {
    const think = this.#think();
    this.#socket.ask(
      {
        type: 'ask',
        id: answer.id,
        model: answer.model,
        messages: this.conversation.messages(),
        ...(think === undefined ? {} : { think }),
      },
      {
        onFrame: (frame) => {
          answer.accept(frame);
          if (!answer.running) this.changed();
        },
        onLost: () => {
          answer.interrupt();
          this.changed();
        },
      },
    );
    this.changed();
  }

  /** Ollama takes `false` from every model, but `true` only from one that can think. */
  #think() {
    const wish = this.#preferences.think;
    if (wish === true && !this.#shelf.chosen?.capabilities?.includes('thinking')) return undefined;
    return wish ?? undefined;
  }
}
