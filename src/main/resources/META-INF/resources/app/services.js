// @ts-check
import { ChatSocket } from '../lib/chat-socket.js';
import { Chat } from '../lib/chat.js';
import { ModelShelf } from '../lib/model-shelf.js';
import { Preferences } from '../lib/preferences.js';

/** @typedef {ReturnType<typeof startServices>} Services */

/** Makes what the page's elements share, and ties it to the browser's coming and going. */
export function startServices() {
  const preferences = new Preferences();
  const shelf = new ModelShelf(preferences, () => document.visibilityState === 'visible');
  const socket = new ChatSocket(location.origin.replace(/^http/, 'ws') + '/chat');
  const chat = new Chat(socket, shelf, preferences);

  socket.connect();
  shelf.refresh();

  const lookAround = () => {
    if (document.visibilityState !== 'visible') return;
    socket.connect();
    shelf.refresh();
  };
  window.addEventListener('online', lookAround);
  window.addEventListener('focus', lookAround);
  document.addEventListener('visibilitychange', lookAround);

  // What is known of the models is stale where the service was away, and where an answer says so.
  let away = false;
  socket.watch(() => {
    if (away && socket.state === 'open') shelf.refresh();
    away = socket.state === 'lost';
  });
  chat.watch(() => {
    const code = chat.conversation.last?.answer.failure?.code;
    if (code === 'ollama-unreachable' || code === 'model-not-found') shelf.refresh();
  });

  return { preferences, shelf, socket, chat };
}
