// @ts-check

// The entities that models do write. The whole table has 2,231 and would weigh more than the rest of the renderer;
// an unknown one stays as it was written, which is readable too.
/** @type {Record<string, string>} */
const NAMED = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009',
  shy: '\u00ad', copy: '©', reg: '®', trade: '™', deg: '°', plusmn: '±', sup2: '²', sup3: '³', frac12: '½',
  frac14: '¼', frac34: '¾', middot: '·', bull: '•', hellip: '…', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’',
  ldquo: '“', rdquo: '”', laquo: '«', raquo: '»', times: '×', divide: '÷', minus: '−', ne: '≠', le: '≤', ge: '≥',
  asymp: '≈', infin: '∞', radic: '√', sum: '∑', prod: '∏', int: '∫', part: '∂', pi: 'π', alpha: 'α', beta: 'β',
  gamma: 'γ', delta: 'δ', Delta: 'Δ', lambda: 'λ', mu: 'μ', micro: 'µ', sigma: 'σ', theta: 'θ', omega: 'ω',
  Omega: 'Ω', larr: '←', uarr: '↑', rarr: '→', darr: '↓', harr: '↔', rArr: '⇒', hArr: '⇔', isin: '∈', cap: '∩',
  cup: '∪', sube: '⊆', forall: '∀', exist: '∃', empty: '∅', check: '✓', cross: '✗', star: '☆', hearts: '♥',
  euro: '€', pound: '£', yen: '¥', cent: '¢', sect: '§', para: '¶', lbrace: '{', rbrace: '}', lbrack: '[',
  rbrack: ']', lpar: '(', rpar: ')', vert: '|', ast: '*', num: '#', grave: '`', lowbar: '_', bsol: '\\',
  eacute: 'é', egrave: 'è', agrave: 'à', auml: 'ä', ouml: 'ö', uuml: 'ü', szlig: 'ß', ntilde: 'ñ', ccedil: 'ç',
};

const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]*));/g;

/**
 * Text with its character references replaced.
 *
 * @param {string} text
 */
export function decodeEntities(text) {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, decimal, hex, name) => {
    if (name) return Object.hasOwn(NAMED, name) ? NAMED[name] : whole;
    return character(decimal ? parseInt(decimal, 10) : parseInt(hex, 16));
  });
}

/** @param {number} code */
function character(code) {
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return valid ? String.fromCodePoint(code) : '\ufffd';
}
