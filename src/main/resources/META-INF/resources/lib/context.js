// @ts-check

/** @typedef {import('./conversation.js').Conversation} Conversation */
/** @typedef {import('./conversation.js').Turn} Turn */
/** @typedef {import('./model-shelf.js').Model} Model */

/** Tokens for a long answer, or for a few short ones with their questions, before it is full once more. */
const ROOM = 2_048;

/** A model asked to hold less than this is not worth loading anew. */
const LEAST_GAIN = 1.2;

/**
 * The `num_ctx` to ask for.
 *
 * @param {Conversation} conversation
 * @param {Model | null} model
 * @returns {number | null} tokens, or null to leave it to Ollama
 */
export function contextWish({ numCtx }, model) {
  if (numCtx === null) return null;
  return model?.contextLength ? Math.min(numCtx, model.contextLength) : numCtx;
}

/**
 * How full the model's context is, as far as the last answer tells.
 *
 * @param {Conversation} conversation
 * @param {Model | null} model the one that is asked next
 * @returns {{used: number, size: number} | null} tokens; null when there is nothing to tell, or nothing true
 */
export function contextFill(conversation, model) {
  const answer = conversation.seen.map((turn) => turn.answer).findLast(({ stats, failure }) => stats ?? failure?.context);
  // Every family of models counts in tokens of its own.
  if (!answer || answer.model !== model?.name) return null;
  const failed = answer.failure?.context;
  if (failed) return { used: failed.needed, size: failed.available };
  const size = contextWish(conversation, model) ?? model.loadedContext ?? 0;
  return size ? { used: (answer.stats?.promptTokens ?? 0) + (answer.stats?.tokens ?? 0), size } : null;
}

/**
 * What can be done about a conversation that does not fit.
 *
 * @typedef {object} ContextOffer
 * @property {import('./frames.js').ContextNeed | null} context what Ollama said, when it said numbers
 * @property {string} model
 * @property {number} most tokens that the model can hold at all; 0 when not known
 * @property {number | null} larger tokens that would do, or null when the model has no room for it
 * @property {readonly Turn[]} leaveOut the oldest turns, without which it should fit; none when that would not help
 */

/**
 * @param {Conversation} conversation
 * @param {Model | null} model the one that failed
 * @returns {ContextOffer | null} null when the last answer did not fail for its length
 */
export function contextOffer(conversation, model) {
  const answer = conversation.last?.answer;
  if (answer?.failure?.code !== 'context-full') return null;
  const context = answer.failure.context ?? null;
  const most = model?.contextLength ?? 0;
  const available = context?.available ?? model?.loadedContext ?? 0;
  return {
    context,
    model: answer.model,
    most,
    larger: largerContext(context?.needed ?? available + 1, available, most),
    leaveOut: turnsToLeaveOut(conversation, context),
  };
}

/**
 * @param {number} needed
 * @param {number} available
 * @param {number} most
 */
export function largerContext(needed, available, most) {
  // A power of two is what people set by hand, so that a model already loaded with it need not be loaded anew.
  const wanted = 2 ** Math.ceil(Math.log2(needed + ROOM));
  const size = Math.min(wanted, most);
  return size > needed && size >= available * LEAST_GAIN ? size : null;
}

/**
 * The fewest of the oldest turns without which the rest should fit, with room for an answer. Only Ollama can count
 * tokens, so each turn is taken to have its share of them by its length.
 *
 * @param {Conversation} conversation
 * @param {import('./frames.js').ContextNeed | null} context
 */
function turnsToLeaveOut(conversation, context) {
  const { seen } = conversation;
  const older = seen.slice(0, -1);
  if (!context) return older.slice(0, Math.ceil(older.length / 2));
  const lengths = seen.map(({ question, answer }) => question.length + answer.content.length);
  const perLetter = context.needed / Math.max(1, sum(lengths));
  const goal = context.available - Math.min(ROOM, context.available / 4);
  const fits = (/** @type {number} */ from) => sum(lengths.slice(from)) * perLetter <= goal;
  const from = seen.findIndex((_, index) => fits(index));
  return from > 0 ? older.slice(0, from) : [];
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, one) => total + one, 0);
}
