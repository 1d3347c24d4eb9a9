import { el, fill } from '../dom.js';

const TEXTS = {
  connecting: 'Connecting…',
  waiting: 'The connection is lost. Trying again by itself; what you type is kept.',
};

let shown = null;

/** Says when the desk is not live. */
export function renderConnection({ connection }) {
  if (shown === connection) return;
  shown = connection;
  const line = document.getElementById('connection');
  line.dataset.state = connection;
  line.hidden = connection === 'live';
  if (connection === 'signed-out') {
    fill(line, 'Your session is over. ', el('a', { href: '/desk/' }, 'Sign in again'), '; what you typed is kept.');
  } else {
    fill(line, TEXTS[connection] ?? '');
  }
}
