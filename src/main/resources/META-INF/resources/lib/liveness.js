// @ts-check

/** Often enough that one lost second is not taken for the end, seldom enough that nobody notices the traffic. */
const PING_MS = 1_000;
/** A text that stands still for longer makes a reader wonder; most stalls of a mobile network are shorter. */
const DEAD_MS = 3_000;
/** A tick that comes so late was asleep itself, and cannot tell whether the server was. */
const LATE_MS = 2 * PING_MS;

/**
 * Notices that a connection is dead though nobody closed it: the laptop slept, the phone changed its network, a proxy
 * forgot. Tokens are no sign of life, since a model may think for minutes; so it asks each second while an answer
 * is awaited, and gives the connection up when nothing at all was heard for three. Browsers do not let a page send
 * WebSocket pings, so these are frames of ours.
 */
export class Liveness {
  #connection;
  #chatSocket;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #lastTick = 0;
  /** When the first ping went out that nothing has followed yet; 0 when there is none. */
  #asked = 0;

  /**
   * @param {import('./reopening-socket.js').ReopeningSocket} connection
   * @param {import('./chat-socket.js').ChatSocket} chatSocket
   */
  constructor(connection, chatSocket) {
    this.#connection = connection;
    this.#chatSocket = chatSocket;
    connection.watch(() => this.#restart());
    chatSocket.watch(() => this.#restart());
  }

  /** Asks at once, also when nothing is awaited: the page was asleep, hidden or without a network. */
  check() {
    this.#asked = 0;
    if (this.#connection.state === 'open') this.#ask();
  }

  #restart() {
    clearTimeout(this.#timer);
    this.#asked = 0;
    if (this.#connection.state === 'open' && this.#chatSocket.busy) this.#ask();
  }

  #ask() {
    const now = Date.now();
    this.#asked ||= now;
    this.#lastTick = now;
    this.#connection.send({ type: 'ping' });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tick(), PING_MS);
  }

  #tick() {
    const now = Date.now();
    const late = now - this.#lastTick > LATE_MS;
    if (late || this.#connection.lastHeard >= this.#asked) this.#asked = 0;
    if (this.#asked && now - this.#asked >= DEAD_MS) this.#connection.drop();
    else if (this.#asked || late || this.#chatSocket.busy) this.#ask();
  }
}
