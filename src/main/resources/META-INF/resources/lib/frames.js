// @ts-check

/**
 * The frames of `/chat`; docs/protocol.md is the contract.
 *
 * @typedef {{role: 'user' | 'assistant' | 'system', content: string}} Message
 *
 * @typedef {object} Ask
 * @property {'ask'} type
 * @property {string} id
 * @property {string} model
 * @property {Message[]} messages
 * @property {boolean} [think]
 * @property {{num_ctx?: number}} [options]
 *
 * @typedef {{needed: number, available: number}} ContextNeed tokens
 *
 * @typedef {{type: 'waiting', id: string, seq: number, phase: 'queued' | 'loading' | 'prompt', position?: number}} Waiting
 * @typedef {{type: 'delta', id: string, seq: number, thinking?: string, content?: string}} Delta
 * @typedef {{promptTokens?: number, tokens?: number, loadMs?: number, promptMs?: number, generateMs?: number}} Stats
 * @typedef {{type: 'done', id: string, seq: number, reason: string, stats?: Stats}} Done
 * @typedef {{type: 'stopped', id: string, seq: number}} Stopped
 * @typedef {{type: 'failed', id: string, seq: number, code: string, message: string, hint?: string, context?: ContextNeed}} Failed
 * @typedef {{type: 'refused', id?: string, code: string, message: string}} Refused
 * @typedef {{type: 'pong', id?: undefined}} Pong
 * @typedef {Waiting | Delta | Done | Stopped | Failed | Refused | Pong} ServerFrame
 */

const ENDS = new Set(['done', 'stopped', 'failed', 'refused']);

/**
 * Reads one text frame.
 *
 * @param {unknown} text
 * @returns {ServerFrame | null} null when it is no frame: a newer server may say things this page does not know
 */
export function readFrame(text) {
  try {
    const frame = JSON.parse(String(text));
    return frame !== null && typeof frame === 'object' && typeof frame.type === 'string' ? frame : null;
  } catch {
    return null;
  }
}

/**
 * Whether nothing follows this frame for its id.
 *
 * @param {ServerFrame} frame
 */
export function isEnd(frame) {
  return ENDS.has(frame.type);
}
