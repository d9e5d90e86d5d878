// @ts-check
import { answerRecord, catchUp, questionRecord, restoredAnswer } from './store/records.js';

/** @typedef {import('./answer.js').Answer} Answer */
/** @typedef {import('./conversation.js').Turn} Turn */

/** Writing down every token would wear the disk for nothing: after a reload the server has the rest. */
const PAUSE_MS = 500;

/** Keeps the current conversation in the store, and brings it back after a reload and from other tabs. */
export class History {
  /** Called when the conversation became another one, or more; `restored` when it is this tab's own of before. */
  /** @type {(restored: boolean) => void} */
  onLoaded = () => {};

  #conversation;
  #store;
  #memory;
  #tabs;
  /** @type {WeakMap<Answer, {turn: Turn, place: {conversation: string, parent: string | null}, stage: string}>} */
  #known = new WeakMap();
  /** @type {Set<Answer>} answers whose last words were not written yet */
  #unwritten = new Set();
  /** Whether turns came or went since the last writing. */
  #reshaped = false;
  /** When the shape was last changed, here or elsewhere. */
  #changed = 0;
  #loading = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Promise<unknown> | null} */
  #writing = null;

  /**
   * @param {import('./conversation.js').Conversation} conversation
   * @param {import('./store/conversation-store.js').ConversationStore} store
   * @param {import('./tab-memory.js').TabMemory} memory
   * @param {import('./tabs.js').Tabs} tabs
   */
  constructor(conversation, store, memory, tabs) {
    this.#conversation = conversation;
    this.#store = store;
    this.#memory = memory;
    this.#tabs = tabs;
    conversation.watch(() => this.#reshape());
    tabs.onChanged = (id) => {
      if (id === conversation.id) this.refresh();
    };
  }

  /** Shows the conversation that this tab had before, or the one that another tab was last seen with. */
  async restore() {
    const id = this.#memory.get('conversation');
    const kept = id ? await this.#store.read(id) : null;
    // Whoever was quicker than the disk has begun a new one.
    if (kept && this.#conversation.turns.length === 0) this.#load(kept, true);
  }

  /** Looks for what other tabs made of the conversation. */
  async refresh() {
    await this.#writing;
    const { id } = this.#conversation;
    const kept = await this.#store.read(id);
    const mine = this.#reshaped || this.#conversation.id !== id;
    if (kept && !mine && !this.#store.trouble) this.#load(kept, false);
  }

  /** Writes down now what was not written yet: the page may be about to go. */
  keep() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#reshaped || this.#unwritten.size) this.#write();
  }

  /**
   * @param {NonNullable<Awaited<ReturnType<import('./store/conversation-store.js').ConversationStore['read']>>>} kept
   * @param {boolean} restored
   */
  #load({ conversation, messages }, restored) {
    this.#loading = true;
    const turns = this.#turns(messages);
    if (conversation.changed > this.#changed) {
      this.#changed = conversation.changed;
      this.#conversation.become({ ...conversation, turns });
    }
    this.#loading = false;
    this.onLoaded(restored);
  }

  /** @param {import('./store/records.js').MessageRecord[]} messages a branch */
  #turns(messages) {
    const shown = new Map(this.#conversation.turns.map((turn) => [turn.answer.id, turn]));
    /** @type {Turn[]} */
    const turns = [];
    for (const [index, message] of messages.entries()) {
      const asked = messages[index - 1];
      if (message.role !== 'assistant' || asked?.role !== 'user') continue;
      const answer = shown.get(message.id)?.answer ?? restoredAnswer(message);
      catchUp(answer, message);
      turns.push(shown.get(message.id) ?? { id: asked.id, at: asked.at, question: asked.content, answer });
    }
    return turns;
  }

  #reshape() {
    const { id, turns } = this.#conversation;
    turns.forEach((turn, index) => this.#meet(turn, turns[index - 1]?.answer.id ?? null));
    this.#memory.set('conversation', turns.length ? id : '');
    if (this.#loading || turns.length === 0) return;
    this.#reshaped = true;
    this.keep();
  }

  /**
   * @param {Turn} turn
   * @param {string | null} parent
   */
  #meet(turn, parent) {
    const { answer } = turn;
    if (this.#known.has(answer)) return;
    const known = { turn, place: { conversation: this.#conversation.id, parent }, stage: '' };
    this.#known.set(answer, known);
    answer.watch(() => this.#note(answer, known));
    if (this.#loading) known.stage = stage(answer);
    else this.#unwritten.add(answer);
  }

  /**
   * @param {Answer} answer
   * @param {{stage: string}} known
   */
  #note(answer, known) {
    // What came from the store needs no writing.
    if (this.#loading) {
      known.stage = stage(answer);
      return;
    }
    this.#unwritten.add(answer);
    if (known.stage !== stage(answer)) this.keep();
    else if (!this.#writing) this.#timer ??= setTimeout(() => this.keep(), PAUSE_MS);
  }

  #write() {
    const { id } = this.#conversation;
    const answers = [...this.#unwritten];
    const news = answers.filter((answer) => this.#isNews(answer)).length > 0 || this.#reshaped;
    const batch = {
      conversation: this.#reshaped ? this.#shape() : null,
      messages: answers.flatMap((answer) => this.#records(answer)),
    };
    this.#unwritten.clear();
    this.#reshaped = false;
    const writing = Promise.all([this.#writing, this.#store.write(batch)]).then(() => {
      if (this.#writing === writing) this.#writing = null;
      if (news) this.#tabs.tell(id);
      if (this.#unwritten.size) this.#timer ??= setTimeout(() => this.keep(), PAUSE_MS);
    });
    this.#writing = writing;
  }

  /** @returns {import('./store/records.js').ConversationRecord} */
  #shape() {
    const { id, turns, last, numCtx, seenFrom } = this.#conversation;
    this.#changed = Math.max(Date.now(), this.#changed + 1);
    return { id, started: turns[0].at, changed: this.#changed, head: last?.answer.id ?? null, numCtx, seenFrom };
  }

  /** @param {Answer} answer */
  #records(answer) {
    const known = this.#known.get(answer);
    if (!known) return [];
    const { turn, place } = known;
    return [questionRecord(turn, place), answerRecord(answer, { ...place, parent: turn.id })];
  }

  /**
   * Whether other tabs should look at what is written now.
   *
   * @param {Answer} answer
   */
  #isNews(answer) {
    const known = this.#known.get(answer);
    const now = stage(answer);
    if (!known || known.stage === now) return false;
    known.stage = now;
    return true;
  }
}

/**
 * What must not wait to be written: that an answer was asked for, that it comes, that it has ended.
 *
 * @param {Answer} answer
 */
function stage({ generation, seq, running }) {
  return `${generation} ${seq > 0} ${running}`;
}
