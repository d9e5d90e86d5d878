// @ts-check
import { Backoff } from './backoff.js';
import { readFrame } from './frames.js';
import { Observable } from './observable.js';

/** TLS over a bad mobile network takes seconds; a host that swallows packets would take minutes to fail. */
const OPENING_MS = 10_000;

/** One WebSocket of JSON frames that opens again by itself. What is sent while it is not open is not sent. */
export class ReopeningSocket extends Observable {
  /** @type {'connecting' | 'open' | 'lost'} */
  state = 'connecting';
  /** When the server was last heard, in `Date.now()` milliseconds. */
  lastHeard = 0;
  /** Whoever reads the frames. */
  /** @type {(frame: import('./frames.js').ServerFrame) => void} */
  onFrame = () => {};

  #url;
  /** @type {WebSocket | null} */
  #socket = null;
  #backoff = new Backoff();
  /** The deadline of an opening, or the next try. */
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {string} url `ws://…/chat` */
  constructor(url) {
    super();
    this.#url = url;
  }

  /** Opens the socket now, also when the next try is due only later. Does nothing while one is open or opening. */
  connect() {
    if (this.#socket) return;
    clearTimeout(this.#timer);
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    this.#timer = setTimeout(() => this.drop(), OPENING_MS);
    socket.onopen = () => this.#opened();
    socket.onmessage = (event) => this.#heard(socket, event.data);
    socket.onclose = () => this.#closed(socket);
  }

  /**
   * Gives up a connection that is thought dead, without waiting for the network to agree, and connects anew:
   * a socket whose peer went away may stay silent for minutes.
   */
  drop() {
    const socket = this.#socket;
    if (!socket) return;
    socket.close();
    this.#closed(socket);
  }

  /** @param {object} frame */
  send(frame) {
    if (this.state === 'open') this.#socket?.send(JSON.stringify(frame));
  }

  #opened() {
    clearTimeout(this.#timer);
    this.#become('open');
  }

  /**
   * @param {WebSocket} socket
   * @param {unknown} data
   */
  #heard(socket, data) {
    // What a dropped socket still had in its pocket comes again over the next one.
    if (socket !== this.#socket) return;
    // Only now: a server that lets in and hangs up at once must not be called without pause.
    this.#backoff.reset();
    this.lastHeard = Date.now();
    const frame = readFrame(data);
    if (frame) this.onFrame(frame);
  }

  /** @param {WebSocket} socket */
  #closed(socket) {
    if (socket !== this.#socket) return;
    this.#socket = null;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.connect(), this.#backoff.next());
    this.#become('lost');
  }

  /** @param {'open' | 'lost'} state */
  #become(state) {
    if (this.state === state) return;
    this.state = state;
    this.changed();
  }
}
