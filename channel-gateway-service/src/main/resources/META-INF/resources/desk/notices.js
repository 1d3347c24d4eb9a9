// Short messages at the edge of the screen, and words for screen readers.

import { el } from './dom.js';

const SHOWN_FOR = 8_000;

export function notify(text) {
  if (!text) return;
  const note = el('p', { class: 'notice', 'data-testid': 'notice' }, text);
  document.getElementById('notices').append(note);
  setTimeout(() => note.remove(), SHOWN_FOR);
}

/** Says something at once to who cannot see it. */
export function announce(text) {
  document.getElementById('announcer').textContent = text;
}
