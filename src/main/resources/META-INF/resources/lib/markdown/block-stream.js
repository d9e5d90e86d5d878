// @ts-check
import { lex } from './lexer.js';
import { visibleText } from './visible-text.js';

/** @typedef {import('marked').Token} Token */

/**
 * What changed with the latest text.
 *
 * @typedef {object} Blocks
 * @property {boolean} restart whether everything rendered before is void
 * @property {Token[]} finished blocks that no later text can change, following those finished before
 * @property {Token[]} growing blocks that the next text may still change
 */

/**
 * Cuts a growing Markdown text into blocks, reading only what is not finished yet.
 *
 * A block is finished once a blank line ended it and the next block's first line is whole: from there on, Markdown
 * never looks back. The one exception are the targets of reference links, which reach everywhere; models hardly
 * write them, and a text that has one is read as a whole each time.
 */
export class BlockStream {
  #finishedChars = 0;

  /**
   * @param {string} source the whole text so far
   * @returns {Blocks}
   */
  take(source) {
    const text = visibleText(source);
    const tokens = lex(text.slice(this.#finishedChars));
    if (Object.keys(tokens.links).length > 0) return this.#takeWhole(text);
    const cut = finishedCount(tokens);
    this.#finishedChars += length(tokens.slice(0, cut));
    return { restart: false, finished: tokens.slice(0, cut), growing: tokens.slice(cut) };
  }

  /**
   * @param {string} text
   * @returns {Blocks}
   */
  #takeWhole(text) {
    this.#finishedChars = 0;
    return { restart: true, finished: [], growing: lex(text) };
  }
}

/**
 * How many of the blocks are finished.
 *
 * @param {Token[]} tokens
 */
function finishedCount(tokens) {
  for (let i = tokens.length - 1; i > 0; i--) {
    const begun = tokens[i].type !== 'space' && (i < tokens.length - 1 || tokens[i].raw.includes('\n'));
    if (begun && /\n[ \t]*\n$/.test(rawEnd(tokens, i))) return i;
  }
  return 0;
}

/**
 * The end of the text before a block, long enough to see a blank line.
 *
 * @param {Token[]} tokens
 * @param {number} i
 */
function rawEnd(tokens, i) {
  return (tokens[i - 2]?.raw.slice(-8) ?? '') + tokens[i - 1].raw.slice(-64);
}

/** @param {Token[]} tokens */
function length(tokens) {
  return tokens.reduce((sum, token) => sum + token.raw.length, 0);
}
