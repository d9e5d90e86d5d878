// @ts-check
import { isEnd } from './frames.js';
import { Observable } from './observable.js';

/** @typedef {{code: string, message: string, hint?: string}} Failure */

/** One answer in the making, or made: what the frames of its id add up to. */
export class Answer extends Observable {
  /** @type {'waiting' | 'thinking' | 'writing' | 'done' | 'stopped' | 'failed'} */
  phase = 'waiting';
  content = '';
  thinking = '';
  /** Milliseconds from the first thought to the first word of the answer (or to the end); null before that. */
  /** @type {number | null} */
  thinkingMs = null;
  /** What the server says it waits for, while it waits. */
  /** @type {{phase: string, position?: number} | null} */
  wait = null;
  /** @type {Failure | null} */
  failure = null;
  /** @type {import('./frames.js').Stats | null} */
  stats = null;
  /** Why the model ended: `stop`, or `length` when it was cut. */
  reason = '';
  /** The last event seen, for whoever comes back. */
  seq = 0;
  /** The person pressed stop and the server has not confirmed it yet. */
  stopping = false;

  #thinkingSince = 0;

  /**
   * @param {string} id
   * @param {string} model
   */
  constructor(id, model) {
    super();
    this.id = id;
    this.model = model;
  }

  get running() {
    return this.phase === 'waiting' || this.phase === 'thinking' || this.phase === 'writing';
  }

  /**
   * Takes the next frame. One that was seen before, or comes after the end, changes nothing.
   *
   * @param {import('./frames.js').ServerFrame} frame
   */
  accept(frame) {
    if (!this.running || ('seq' in frame && frame.seq !== 0 && frame.seq <= this.seq)) return;
    if ('seq' in frame) this.seq = frame.seq;
    if (isEnd(frame)) this.#stopThinking();
    if (frame.type === 'waiting') this.wait = { phase: frame.phase, position: frame.position };
    else if (frame.type === 'delta') this.#append(frame);
    else if (frame.type === 'done') this.#finish(frame);
    else if (frame.type === 'stopped') this.phase = 'stopped';
    else if (frame.type === 'failed' || frame.type === 'refused') this.#fail(frame);
    this.changed();
  }

  /** The socket died in mid-answer: the text so far stays. */
  interrupt() {
    if (!this.running) return;
    this.#stopThinking();
    if (this.stopping) this.phase = 'stopped';
    else this.#fail({ code: 'interrupted', message: '' });
    this.changed();
  }

  /** The person wants it to end. */
  markStopping() {
    if (!this.running) return;
    this.stopping = true;
    this.changed();
  }

  /** @param {import('./frames.js').Delta} frame */
  #append(frame) {
    this.wait = null;
    if (frame.thinking) {
      this.#thinkingSince ||= Date.now();
      this.thinking += frame.thinking;
      if (this.phase === 'waiting') this.phase = 'thinking';
    }
    if (frame.content) {
      this.#stopThinking();
      this.content += frame.content;
      this.phase = 'writing';
    }
  }

  /** @param {import('./frames.js').Done} frame */
  #finish(frame) {
    this.phase = 'done';
    this.reason = frame.reason;
    this.stats = frame.stats ?? null;
  }

  /** @param {Failure} failure */
  #fail({ code, message, hint }) {
    this.phase = 'failed';
    this.failure = { code, message, hint };
  }

  #stopThinking() {
    if (this.#thinkingSince && this.thinkingMs === null) this.thinkingMs = Date.now() - this.#thinkingSince;
  }
}
