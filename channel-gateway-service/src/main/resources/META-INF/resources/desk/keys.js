// Keyboard shortcuts; help.js lists them. By key position, because Alt makes other letters on some systems.

import { accept, decline, select } from './actions.js';
import { state } from './state.js';

export const SHORTCUTS = [
  ['Alt + A', 'Accept the first offer'],
  ['Alt + X', 'Decline the first offer'],
  ['Alt + J', 'Next work item'],
  ['Alt + K', 'Previous work item'],
  ['Alt + R', 'Write an answer'],
  ['Ctrl + Enter', 'Send the answer'],
  ['Alt + H', 'Show this list'],
];

export function listen(showHelp) {
  document.addEventListener('keydown', event => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const action = {
      KeyA: () => first(accept),
      KeyX: () => first(decline),
      KeyJ: () => move(1),
      KeyK: () => move(-1),
      KeyR: () => document.getElementById('reply-box')?.focus(),
      KeyH: showHelp,
    }[event.code];
    if (!action) return;
    event.preventDefault();
    action();
  });
}

function first(action) {
  const offer = [...state.offers.keys()].find(id => !state.answered.has(id));
  if (offer) action(offer);
}

function move(step) {
  const ids = [...state.work.keys()];
  if (ids.length === 0) return;
  const next = (ids.indexOf(state.selected) + step + ids.length) % ids.length;
  select(ids[next]);
}
