// @ts-check
import { Answer } from '../answer.js';

/**
 * How conversations are kept. A conversation is a tree: each message names the one that it follows, so a question that
 * was asked again has several answers. `head` is the end of the branch that is shown.
 *
 * @typedef {object} ConversationRecord
 * @property {string} id
 * @property {number} started milliseconds since 1970
 * @property {number} changed milliseconds since 1970, of the last change of its shape
 * @property {string | null} head a message
 * @property {number | null} numCtx
 * @property {string | null} seenFrom a question
 *
 * @typedef {object} Place
 * @property {string} conversation
 * @property {string | null} parent
 *
 * @typedef {Place & {role: 'user', id: string, at: number, content: string}} QuestionRecord
 *
 * @typedef {Pick<Answer, 'id' | 'at' | 'model' | 'content' | 'thinking' | 'thinkingSince' | 'thinkingMs' | 'phase'
 *   | 'failure' | 'stats' | 'reason' | 'generation' | 'part' | 'partStart' | 'seq'>} AnswerState
 * @typedef {Place & {role: 'assistant', running?: string} & AnswerState} AnswerRecord
 *
 * @typedef {QuestionRecord | AnswerRecord} MessageRecord
 *
 * @typedef {object} Schema
 * @property {{key: string, value: ConversationRecord, indexes: {changed: number}}} conversations
 * @property {{key: string, value: MessageRecord, indexes: {conversation: string, running: string}}} messages
 */

/**
 * @param {import('../conversation.js').Turn} turn
 * @param {Place} place
 * @returns {QuestionRecord}
 */
export function questionRecord({ id, at, question }, place) {
  return { ...place, role: 'user', id, at, content: question };
}

/**
 * The text and the number of the last event in it go into one record, so that they can never disagree.
 *
 * @param {Answer} answer
 * @param {Place} place
 * @returns {AnswerRecord}
 */
export function answerRecord(answer, place) {
  return {
    ...place,
    role: 'assistant',
    ...stateOf(answer),
    ...(answer.running ? { running: answer.generation } : {}),
  };
}

/**
 * @param {AnswerRecord} record
 * @returns {Answer}
 */
export function restoredAnswer(record) {
  return Object.assign(new Answer(record.id, record.model, record.at), stateOf(record));
}

/**
 * Brings an answer up to what another tab has of it.
 *
 * @param {Answer} answer
 * @param {AnswerRecord} record
 */
export function catchUp(answer, record) {
  // While it is being read here too, a frame may be on its way that holds again what the other tab has read.
  const reading = answer.running && answer.part === record.part;
  if (reading || !isNewer(record, answer)) return;
  if (!record.content.startsWith(answer.content) || !record.thinking.startsWith(answer.thinking)) answer.rewritten += 1;
  Object.assign(answer, stateOf(record), { wait: null, stopping: false });
  answer.changed();
}

/**
 * Whether the one holds more than the other: two tabs may have read the same answer to different points.
 *
 * @param {AnswerState} one
 * @param {AnswerState} other
 */
export function isNewer(one, other) {
  if (one.part !== other.part) return one.part > other.part;
  if (one.seq !== other.seq) return one.seq > other.seq;
  return hasEnded(one) && !hasEnded(other);
}

/** @param {AnswerState} answer */
function hasEnded({ phase }) {
  return phase === 'done' || phase === 'stopped' || phase === 'failed';
}

/**
 * @param {AnswerState} answer
 * @returns {AnswerState}
 */
function stateOf(answer) {
  const { id, at, model, content, thinking, thinkingSince, thinkingMs, phase } = answer;
  const { failure, stats, reason, generation, part, partStart, seq } = answer;
  return {
    ...{ id, at, model, content, thinking, thinkingSince, thinkingMs, phase },
    ...{ failure, stats, reason, generation, part, partStart, seq },
  };
}
