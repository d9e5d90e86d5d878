// @ts-check
import { isEnd } from './frames.js';
import { Observable } from './observable.js';

/** @typedef {{code: string, message: string, hint?: string, context?: import('./frames.js').ContextNeed}} Failure */

/** Ends after which the same text would only fail again. */
const FINAL = new Set(['too-large', 'context-full']);

/**
 * One answer in the making, or made: what the frames of its generation add up to. An answer that ended early can go
 * on: then another generation, with an id of its own, writes on below what is there.
 */
export class Answer extends Observable {
  /** @type {'waiting' | 'thinking' | 'writing' | 'done' | 'stopped' | 'failed'} */
  phase = 'waiting';
  content = '';
  thinking = '';
  /** When the first thought came, in `Date.now()` milliseconds; 0 before. */
  thinkingSince = 0;
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
  /** How often it went on. */
  part = 0;
  /** How much of the content was there when it last went on. */
  partStart = 0;
  /** The last event seen of this generation, for whoever comes back. */
  seq = 0;
  /** The person pressed stop and the server has not confirmed it yet. */
  stopping = false;
  /** Counts how often the text became another one, rather than more of the same. */
  rewritten = 0;

  /**
   * @param {string} id a UUID; its first generation has the same
   * @param {string} model
   * @param {number} at when it was asked for, in `Date.now()` milliseconds
   */
  constructor(id, model, at = Date.now()) {
    super();
    this.id = id;
    this.model = model;
    this.at = at;
    this.generation = id;
  }

  get running() {
    return this.phase === 'waiting' || this.phase === 'thinking' || this.phase === 'writing';
  }

  /** Whether there is a text that broke off and could be written on. */
  get continuable() {
    if (this.running || !this.content) return false;
    if (this.phase === 'done') return this.reason === 'length';
    return !this.failure || !FINAL.has(this.failure.code);
  }

  /** Whether it was to go on and the model had nothing to add. */
  get addedNothing() {
    return this.phase === 'done' && this.part > 0 && this.content.length === this.partStart;
  }

  /**
   * Takes the next frame. One that was seen before, or comes after the end, changes nothing.
   *
   * @param {import('./frames.js').ServerFrame} frame
   */
  accept(frame) {
    if (!this.running || ('seq' in frame && frame.seq !== 0 && frame.seq <= this.seq)) return;
    if ('seq' in frame) this.seq = Math.max(this.seq, frame.seq);
    if (isEnd(frame)) this.#stopThinking();
    if (frame.type === 'waiting') this.wait = { phase: frame.phase, position: frame.position };
    else if (frame.type === 'delta') this.#append(frame);
    else if (frame.type === 'done') this.#finish(frame);
    else if (frame.type === 'stopped') this.phase = 'stopped';
    else if (frame.type === 'failed') this.#fail(frame);
    else if (frame.type === 'refused') this.#refuse(frame);
    this.changed();
  }

  /** The person wants it to end. */
  markStopping() {
    if (!this.running) return;
    this.stopping = true;
    this.changed();
  }

  /**
   * Another generation writes on.
   *
   * @param {string} generation its id
   */
  goOn(generation) {
    Object.assign(this, { generation, phase: 'waiting', wait: null, failure: null, stats: null, reason: '' });
    Object.assign(this, { part: this.part + 1, partStart: this.content.length, seq: 0, stopping: false });
    this.changed();
  }

  /** @param {import('./frames.js').Delta} frame */
  #append(frame) {
    this.wait = null;
    if (frame.thinking) {
      this.thinkingSince ||= Date.now();
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
  #fail({ code, message, hint, context }) {
    this.phase = 'failed';
    this.failure = { code, message, hint, context };
  }

  /** @param {import('./frames.js').Refused} frame */
  #refuse({ code, message }) {
    // What is gone needs no stop, and whose it was makes no difference to the reader.
    if (code === 'gone' && this.stopping) this.phase = 'stopped';
    else if (code === 'gone' || code === 'not-yours') this.#fail({ code: 'gone', message: '' });
    else this.#fail({ code, message });
  }

  #stopThinking() {
    if (this.thinkingSince && this.thinkingMs === null) this.thinkingMs = Date.now() - this.thinkingSince;
  }
}
