// @ts-check
import { Marked, Tokenizer } from 'marked';

/** @typedef {import('marked').TokensList} TokensList */

/**
 * No one emphasises more letters than this at a time. Without a bound, each asterisk of a text that is full of them
 * is looked for a partner to the very end: 60 kB of `*a ` took 50 seconds.
 */
const LONGEST_EMPHASIS = 1_000;

class BoundedTokenizer extends Tokenizer {
  /**
   * @param {string} src what is left of the block
   * @param {string} maskedSrc the block, with what cannot hold emphasis blotted out; both have the same end
   * @param {string} [prevChar]
   */
  emStrong(src, maskedSrc, prevChar) {
    const masked = maskedSrc.slice(maskedSrc.length - src.length);
    return super.emStrong(src.slice(0, LONGEST_EMPHASIS), masked.slice(0, LONGEST_EMPHASIS), prevChar);
  }
}

// `breaks`: a model that ends a line means it, as people do in a chat.
const marked = new Marked({ gfm: true, breaks: true });

/**
 * @param {string} text
 * @returns {TokensList} the text's blocks; together, their `raw` is the text again
 */
export function lex(text) {
  const lexer = new marked.Lexer({ ...marked.defaults, tokenizer: new BoundedTokenizer() });
  try {
    return lexer.lex(text);
  } catch {
    // Nested so deeply that the lexer ran out of stack: nobody reads that as anything but text.
    return Object.assign([asText(text)], { links: {} });
  }
}

/**
 * @param {string} text
 * @returns {import('marked').Token}
 */
function asText(text) {
  return { type: 'html', raw: text, text, block: true, pre: false };
}
