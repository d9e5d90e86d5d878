// @ts-check

/** The end of a sentence, or of a line: what may be read aloud without being taken back. */
const SENTENCE_END = /[.!?…](?=\s)|[。！？]|\n/g;

/**
 * Turns an answer in the making into what a screen reader is told: whole sentences, once each, without Markdown's
 * signs and without code.
 */
export class SpokenText {
  #told = 0;
  #inCode = false;

  /**
   * @param {string} content the answer so far
   * @param {boolean} ended whether nothing follows
   * @returns {string} the sentences that are new, or nothing
   */
  take(content, ended) {
    const end = ended ? content.length : lastSentenceEnd(content, this.#told);
    const fresh = content.slice(this.#told, end);
    this.#told = end;
    return this.#withoutCode(fresh)
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/^[ \t]*(?:#{1,6}|>|[-*+])[ \t]+/gm, '')
      .replace(/[*_`|~]+/g, '')
      .trim();
  }

  /** @param {string} text */
  #withoutCode(text) {
    const spoken = [];
    for (const line of text.split('\n')) {
      if (/^\s*(```|~~~)/.test(line)) this.#inCode = !this.#inCode;
      else if (!this.#inCode) spoken.push(line);
    }
    return spoken.join('\n');
  }
}

/**
 * @param {string} content
 * @param {number} from
 */
function lastSentenceEnd(content, from) {
  let end = from;
  SENTENCE_END.lastIndex = from;
  for (let match = SENTENCE_END.exec(content); match; match = SENTENCE_END.exec(content)) {
    end = match.index + match[0].length;
  }
  return end;
}
