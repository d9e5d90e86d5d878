// @ts-check
import { Backoff } from './backoff.js';
import { isEnd, readFrame } from './frames.js';
import { Observable } from './observable.js';

/**
 * Whoever wants the frames of one answer.
 *
 * @typedef {object} Reader
 * @property {(frame: import('./frames.js').ServerFrame) => void} onFrame every frame of the answer, in order
 * @property {() => void} onLost the socket died before the end came; nothing follows
 */

/**
 * One WebSocket to `/chat` that opens again by itself, shared by any number of answers.
 *
 * An ask made while there is no connection is kept and sent as soon as there is one: it has not reached the
 * server, so sending it cannot ask twice.
 */
export class ChatSocket extends Observable {
  /** @type {'connecting' | 'open' | 'lost'} */
  state = 'connecting';
  /** When the server was last heard, in `Date.now()` milliseconds. */
  lastHeard = 0;

  #url;
  /** @type {WebSocket | null} */
  #socket = null;
  #backoff = new Backoff();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #retry;
  /** @type {Map<string, Reader>} in the order in which they were asked */
  #readers = new Map();
  /** @type {Map<string, import('./frames.js').Ask>} */
  #unsent = new Map();
  /** @type {Set<string>} asks that the server has not answered at all yet */
  #unheard = new Set();

  /** @param {string} url `ws://…/chat` */
  constructor(url) {
    super();
    this.#url = url;
  }

  /** Opens the socket now, also when the next try is due only later. Does nothing while one is open or opening. */
  connect() {
    if (this.#socket) return;
    clearTimeout(this.#retry);
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    socket.onopen = () => this.#opened();
    socket.onmessage = (event) => this.#heard(event.data);
    socket.onclose = () => this.#closed(socket);
  }

  /**
   * Gives up a connection that is thought dead, without waiting for the network to agree, and connects anew.
   * For whoever watches liveness: a socket whose peer went away may stay silent for minutes.
   */
  drop() {
    const socket = this.#socket;
    if (!socket) return;
    socket.close();
    this.#closed(socket);
  }

  /**
   * @param {import('./frames.js').Ask} ask
   * @param {Reader} reader
   */
  ask(ask, reader) {
    this.#readers.set(ask.id, reader);
    this.#unsent.set(ask.id, ask);
    this.#sendUnsent();
  }

  /**
   * Asks the server to end an answer; its `stopped` frame confirms it. An ask that was never sent ends here.
   *
   * @param {string} id
   */
  stop(id) {
    if (this.#unsent.delete(id)) {
      this.#deliver({ type: 'stopped', id, seq: 0 });
    } else if (this.#readers.has(id)) {
      this.#send({ type: 'stop', id });
    }
  }

  #opened() {
    this.#backoff.reset();
    this.#become('open');
    this.#sendUnsent();
  }

  #sendUnsent() {
    if (this.state !== 'open') return;
    for (const [id, ask] of this.#unsent) {
      this.#unheard.add(id);
      this.#send(ask);
    }
    this.#unsent.clear();
  }

  /** @param {object} frame */
  #send(frame) {
    this.#socket?.send(JSON.stringify(frame));
  }

  /** @param {unknown} data */
  #heard(data) {
    this.lastHeard = Date.now();
    const frame = readFrame(data);
    if (frame) this.#deliver(frame);
  }

  /** @param {import('./frames.js').ServerFrame} frame */
  #deliver(frame) {
    // A frame so wrong that the server could not read its id is refused without one; it can only be an ask
    // that was not heard of yet.
    const id = frame.id ?? this.#unheard.values().next().value;
    if (id === undefined) return;
    this.#unheard.delete(id);
    const reader = this.#readers.get(id);
    if (isEnd(frame)) this.#readers.delete(id);
    reader?.onFrame(frame);
  }

  /** @param {WebSocket} socket */
  #closed(socket) {
    if (socket !== this.#socket) return;
    this.#socket = null;
    this.#become('lost');
    this.#loseReaders();
    this.#retry = setTimeout(() => this.connect(), this.#backoff.next());
  }

  #loseReaders() {
    this.#unheard.clear();
    for (const [id, reader] of [...this.#readers]) {
      if (this.#unsent.has(id)) continue;
      this.#readers.delete(id);
      reader.onLost();
    }
  }

  /** @param {'open' | 'lost'} state */
  #become(state) {
    if (this.state === state) return;
    this.state = state;
    this.changed();
  }
}
