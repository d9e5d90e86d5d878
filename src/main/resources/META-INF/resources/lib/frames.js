// @ts-check

/**
 * The frames of `/chat`; docs/protocol.md is the contract.
 *
 * @typedef {{role: 'user' | 'assistant' | 'system', content: string}} Message
 *
 * @typedef {{type: 'ask', id: string, model: string, messages: Message[], think?: boolean}} Ask
 *
 * @typedef {{type: 'waiting', id: string, seq: number, phase: 'queued' | 'loading' | 'prompt', position?: number}} Waiting
 * @typedef {{type: 'delta', id: string, seq: number, thinking?: string, content?: string}} Delta
 * @typedef {{promptTokens?: number, tokens?: number, loadMs?: number, promptMs?: number, generateMs?: number}} Stats
 * @typedef {{type: 'done', id: string, seq: number, reason: string, stats?: Stats}} Done
 * @typedef {{type: 'stopped', id: string, seq: number}} Stopped
 * @typedef {{type: 'failed', id: string, seq: number, code: string, message: string, hint?: string}} Failed
 * @typedef {{type: 'refused', id?: string, code: string, message: string}} Refused
 * @typedef {Waiting | Delta | Done | Stopped | Failed | Refused} ServerFrame
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
