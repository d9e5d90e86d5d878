// @ts-check

// C0 controls but tab and line feed, DEL, and the characters that reorder what is read: embeddings, overrides and
// isolates. Plain right-to-left marks stay; Arabic and Hebrew need them.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

/**
 * The same text with nothing in it that acts without being seen, so that what is copied is what was read.
 * Line ends become `\n`. A longer text begins with what a shorter one gave, whatever follows.
 *
 * @param {string} text
 */
export function visibleText(text) {
  return text.replace(/\r\n?/g, '\n').replace(UNSEEN, picture);
}

/** @param {string} character */
function picture(character) {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `⟦U+${code.toString(16).toUpperCase()}⟧`;
}
