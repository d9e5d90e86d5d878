// @ts-check
import { ChatSocket } from '../lib/chat-socket.js';
import { Chat } from '../lib/chat.js';
import { Draft } from '../lib/draft.js';
import { History } from '../lib/history.js';
import { Liveness } from '../lib/liveness.js';
import { ModelShelf } from '../lib/model-shelf.js';
import { Preferences } from '../lib/preferences.js';
import { ReopeningSocket } from '../lib/reopening-socket.js';
import { ConversationStore } from '../lib/store/conversation-store.js';
import { TabMemory } from '../lib/tab-memory.js';
import { Tabs } from '../lib/tabs.js';

/** @typedef {ReturnType<typeof startServices>} Services */

/** A disk that takes longer must not keep the page from showing; the conversation then appears when it is read. */
const RESTORE_MS = 1_000;

/** What an answer's failure says about the models that are known of. */
const STALE_MODELS = new Set(['ollama-unreachable', 'model-not-found']);

/** Makes what the page's elements share, and ties it to the browser's coming and going. */
export function startServices() {
  const preferences = new Preferences();
  const shelf = new ModelShelf(preferences, isVisible);
  const connection = new ReopeningSocket(location.origin.replace(/^http/, 'ws') + '/chat');
  const socket = new ChatSocket(connection);
  const liveness = new Liveness(connection, socket);
  const chat = new Chat(socket, shelf, preferences);
  const memory = new TabMemory();
  const draft = new Draft(memory);
  const store = new ConversationStore();
  const history = new History(chat.conversation, store, memory, new Tabs());

  history.onLoaded = (restored) => chat.resume(restored);
  keepModelsFresh(shelf, connection, chat);
  watchBrowser({ connection, liveness, shelf, history, draft });
  connection.connect();
  shelf.refresh();

  const ready = Promise.race([history.restore(), new Promise((resolve) => setTimeout(resolve, RESTORE_MS))]);
  return { preferences, shelf, connection, chat, draft, store, ready };
}

/** @param {{connection: ReopeningSocket, liveness: Liveness, shelf: ModelShelf, history: History, draft: Draft}} parts */
function watchBrowser({ connection, liveness, shelf, history, draft }) {
  const comeBack = () => {
    connection.connect();
    shelf.refresh();
  };
  const wake = () => {
    comeBack();
    liveness.check();
    history.refresh();
  };
  const rest = () => {
    history.keep();
    draft.keep();
  };
  window.addEventListener('focus', comeBack);
  window.addEventListener('online', wake);
  window.addEventListener('pagehide', rest);
  document.addEventListener('visibilitychange', () => (isVisible() ? wake() : rest()));
}

/**
 * What is known of the models is stale where the service was away, where an answer says so, and after each answer: its
 * model is loaded now.
 *
 * @param {ModelShelf} shelf
 * @param {ReopeningSocket} connection
 * @param {Chat} chat
 */
function keepModelsFresh(shelf, connection, chat) {
  let away = false;
  connection.watch(() => {
    if (away && connection.state === 'open') shelf.refresh();
    away = connection.state === 'lost';
  });
  chat.addEventListener('ended', (event) => {
    const { phase, failure } = /** @type {CustomEvent<import('../lib/answer.js').Answer>} */ (event).detail;
    if (phase === 'done' || (failure && STALE_MODELS.has(failure.code))) shelf.refresh();
  });
}

function isVisible() {
  return document.visibilityState === 'visible';
}
