// @ts-check
import { shortName } from '../lib/format.js';
import { maybe, t } from '../lib/i18n.js';
import { SpokenText } from '../lib/spoken-text.js';
import { waitingWords } from '../lib/waiting.js';

/** A screen reader that is told more often than this never comes to the end of a sentence. */
const PAUSE_MS = 1_500;

/**
 * Tells screen readers what comes: sentences when they are finished, a few at a time, and how the answer ended.
 * The answer itself is no live region, or every token would be read.
 */
export class LiveAnnouncer extends HTMLElement {
  /** @type {import('../lib/answer.js').Answer | null} */
  #answer = null;
  #spoken = new SpokenText();
  #phase = '';
  /** The phase of the waiting that was told. */
  #wait = '';
  #due = 0;
  /** @type {() => void} */
  #unwatch = () => {};

  connectedCallback() {
    this.classList.add('visually-hidden');
    this.setAttribute('role', 'status');
  }

  /** @param {import('../lib/answer.js').Answer | null} answer the one to follow from now on */
  set answer(answer) {
    if (answer === this.#answer) return;
    this.#unwatch();
    this.#answer = answer;
    this.#spoken = new SpokenText();
    // What was there before is not news.
    this.#spoken.take(answer?.content ?? '', true);
    this.#phase = '';
    this.#wait = '';
    this.textContent = '';
    this.#unwatch = answer?.watch(() => this.#changed(answer)) ?? (() => {});
  }

  /**
   * Says something that is not part of an answer.
   *
   * @param {string} words
   */
  say(words) {
    this.textContent = words;
  }

  /** @param {import('../lib/answer.js').Answer} answer */
  #changed(answer) {
    const turned = answer.phase !== this.#phase;
    this.#phase = answer.phase;
    if (!answer.running) this.#add(this.#spoken.take(answer.content, true), ending(answer));
    else if (answer.wait && answer.wait.phase !== this.#wait) this.#tellWait(answer, answer.wait.phase);
    else if (turned && answer.phase === 'thinking') this.#add(t('say.thinking', { model: shortName(answer.model) }));
    else if (answer.phase === 'writing' && Date.now() >= this.#due) this.#add(this.#spoken.take(answer.content, false));
  }

  /**
   * @param {import('../lib/answer.js').Answer} answer
   * @param {string} phase
   */
  #tellWait(answer, phase) {
    this.#wait = phase;
    this.#add(waitingWords(answer, true));
  }

  /** @param {string[]} words */
  #add(...words) {
    const text = words.filter(Boolean).join('\n');
    if (!text) return;
    this.#due = Date.now() + PAUSE_MS;
    this.textContent = text;
  }
}

/** @param {import('../lib/answer.js').Answer} answer */
function ending({ phase, failure }) {
  if (phase === 'stopped') return t('say.stopped');
  if (phase === 'done') return t('say.done');
  return failureSentence(failure);
}

/** @param {import('../lib/answer.js').Failure | null} failure */
function failureSentence(failure) {
  return failure ? (maybe(`failure.${failure.code}`) ?? failure.message) : '';
}

customElements.define('live-announcer', LiveAnnouncer);
