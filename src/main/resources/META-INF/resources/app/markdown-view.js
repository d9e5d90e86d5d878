// @ts-check
import { BlockStream } from '../lib/markdown/block-stream.js';
import { renderBlocks } from './markdown/blocks.js';
import { reconcile } from './markdown/reconcile.js';
import './code-head.js';

/**
 * Shows a Markdown text that may still grow. Finished blocks are never touched again, and the growing one is drawn
 * at most once a frame, however fast the text comes.
 */
export class MarkdownView extends HTMLElement {
  #source = '';
  #drawn = '';
  #stream = new BlockStream();
  /** How many of the nodes are finished. */
  #finished = 0;
  #frame = 0;

  /** The whole text so far. */
  get source() {
    return this.#source;
  }

  set source(source) {
    if (source === this.#source) return;
    if (source.length < this.#source.length) this.#startOver();
    this.#source = source;
    this.#schedule();
  }

  connectedCallback() {
    this.classList.add('prose');
    this.#schedule();
  }

  disconnectedCallback() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** Another text, not more of the same. */
  #startOver() {
    this.#stream = new BlockStream();
    this.#finished = 0;
  }

  #schedule() {
    if (!this.isConnected || this.#frame || this.#source === this.#drawn) return;
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #draw() {
    this.#frame = 0;
    this.#drawn = this.#source;
    const { restart, finished, growing } = this.#stream.take(this.#source);
    if (restart) this.#finished = 0;
    const done = nodes(finished);
    reconcile(this, [...done, ...nodes(growing)], this.#finished);
    this.#finished += done.length;
  }
}

/** @param {import('marked').Token[]} tokens */
function nodes(tokens) {
  const fragment = document.createDocumentFragment();
  fragment.append(...renderBlocks(tokens));
  return [...fragment.childNodes];
}

customElements.define('markdown-view', MarkdownView);
