// @ts-check
import { isEnd } from './frames.js';
import { Observable } from './observable.js';

/** How a frame is refused of which the server could not even read the id. */
const NAMELESS = new Set(['bad-frame', 'too-large']);

/**
 * Whoever wants the frames of one answer.
 *
 * @typedef {object} Reader
 * @property {number} seq the last event that was read, 0 before the first
 * @property {(frame: import('./frames.js').ServerFrame) => void} onFrame every frame of the answer, in order
 */

/**
 * The answers that are read over one connection. When it was lost and is back, each goes on after the last event that
 * its reader has seen. It changes when the first reader comes and when the last one has its end.
 *
 * An ask made while there is no connection is kept and sent as soon as there is one: it has not reached the
 * server, so sending it cannot ask twice.
 */
export class ChatSocket extends Observable {
  #connection;
  /** @type {Map<string, Reader>} in the order in which they came */
  #readers = new Map();
  /** @type {Map<string, import('./frames.js').Ask>} */
  #unsent = new Map();
  /** @type {Set<string>} asks that the server has not answered at all yet */
  #unheard = new Set();
  /** @type {Set<string>} answers whose stop may not have reached the server */
  #stops = new Set();

  /** @param {import('./reopening-socket.js').ReopeningSocket} connection */
  constructor(connection) {
    super();
    this.#connection = connection;
    connection.onFrame = (frame) => this.#deliver(frame);
    connection.watch(() => (connection.state === 'open' ? this.#opened() : this.#lost()));
  }

  /** Whether any answer is still to end. */
  get busy() {
    return this.#readers.size > 0;
  }

  /**
   * @param {import('./frames.js').Ask} ask
   * @param {Reader} reader
   */
  ask(ask, reader) {
    this.#unsent.set(ask.id, ask);
    this.#add(ask.id, reader);
  }

  /**
   * Reads an answer that was asked for earlier, or elsewhere, from where the reader stands. Does nothing when it is
   * being read.
   *
   * @param {string} id
   * @param {Reader} reader
   */
  resume(id, reader) {
    if (!this.#readers.has(id)) this.#add(id, reader);
  }

  /**
   * Ends an answer; its `stopped` frame confirms it. Without a connection it ends here, and the server is told when
   * there is one again.
   *
   * @param {string} id
   */
  stop(id) {
    const sent = !this.#unsent.delete(id);
    if (sent) {
      this.#stops.add(id);
      this.#connection.send({ type: 'stop', id });
    }
    if (!sent || this.#connection.state !== 'open') this.#stopHere(id);
  }

  /** @param {string} id */
  #stopHere(id) {
    this.#deliver({ type: 'stopped', id, seq: 0 });
  }

  /**
   * @param {string} id
   * @param {Reader} reader
   */
  #add(id, reader) {
    const wasBusy = this.busy;
    this.#readers.set(id, reader);
    this.#begin(id, reader);
    if (!wasBusy) this.changed();
  }

  #opened() {
    for (const [id, reader] of this.#readers) this.#begin(id, reader);
    for (const id of this.#stops) {
      this.#connection.send({ type: 'stop', id });
      // Nobody waits for the confirmation of an answer that ended here.
      if (!this.#readers.has(id)) this.#stops.delete(id);
    }
  }

  #lost() {
    this.#unheard.clear();
    for (const id of this.#stops) this.#stopHere(id);
  }

  /**
   * @param {string} id
   * @param {Reader} reader
   */
  #begin(id, reader) {
    if (this.#connection.state !== 'open') return;
    const ask = this.#unsent.get(id);
    this.#connection.send(ask ?? { type: 'resume', id, after: reader.seq });
    if (this.#unsent.delete(id)) this.#unheard.add(id);
  }

  /** @param {import('./frames.js').ServerFrame} frame */
  #deliver(frame) {
    const id = this.#addressee(frame);
    if (id === undefined) return;
    this.#unheard.delete(id);
    const reader = this.#readers.get(id);
    if (isEnd(frame)) this.#end(id);
    reader?.onFrame(frame);
  }

  /** @param {import('./frames.js').ServerFrame} frame */
  #addressee(frame) {
    if (frame.id !== undefined || frame.type !== 'refused' || !NAMELESS.has(frame.code)) return frame.id;
    // It can only be an ask that was not heard of yet.
    return this.#unheard.values().next().value;
  }

  /** @param {string} id */
  #end(id) {
    if (this.#connection.state === 'open') this.#stops.delete(id);
    if (this.#readers.delete(id) && !this.busy) this.changed();
  }
}
