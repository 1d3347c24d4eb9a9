import { complete, release, reply } from '../actions.js';
import { el } from '../dom.js';
import { draft, keepDraft } from '../drafts.js';
import { notify } from '../notices.js';
import { state } from '../state.js';
import { channel, customerName } from '../words.js';

const LONGEST = 10_000;

/** The box to answer in, and the ways to be done with the work. */
export function composer(workItem) {
  const id = workItem.workItemId;
  const box = el('textarea', {
    id: 'reply-box', 'data-testid': 'reply-box', rows: '4', maxlength: LONGEST,
    placeholder: `Answer ${customerName(workItem)} by ${channel(workItem.channel)}`,
    'aria-label': 'Your answer',
    on: {
      input: () => keepDraft(id, box.value),
      keydown: event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          send(id, box);
        }
      },
    },
    value: draft(id),
  });
  const outcome = el('input', {
    type: 'text', maxlength: '100', placeholder: 'Outcome (optional)', 'aria-label': 'Outcome', 'data-testid': 'disposition',
  });
  return el('form', { class: 'composer', on: { submit: event => { event.preventDefault(); send(id, box); } } },
    box,
    el('div', { class: 'row' },
      el('button', { type: 'submit', class: 'primary', id: 'send', 'data-testid': 'send', title: 'Ctrl + Enter' }, 'Send'),
      el('span', { class: 'faint', id: 'send-note' }),
      el('span', { class: 'grow' }),
      outcome,
      el('button', { type: 'button', 'data-testid': 'complete', on: { click: () => finish(id, box, outcome) } }, 'Complete'),
      el('button', { type: 'button', class: 'quiet', 'data-testid': 'release', title: 'Give it back to the queue', on: { click: () => release(id) } }, 'Give back')));
}

export function refreshComposer() {
  const live = state.connection === 'live';
  document.getElementById('send').disabled = !live;
  document.getElementById('send-note').textContent = live ? 'Ctrl + Enter' : 'Waits for the connection; your text is kept.';
}

function send(id, box) {
  const text = box.value.trim();
  if (!text || state.connection !== 'live') return;
  box.value = '';
  reply(id, text);
  box.focus();
}

/** Unsent text would be lost with the work: it is asked for twice. */
function finish(id, box, outcome) {
  if (box.value.trim() && !box.dataset.warned) {
    box.dataset.warned = 'true';
    notify('There is an answer you have not sent. Press Complete again to drop it.');
    box.focus();
    return;
  }
  complete(id, outcome.value.trim());
}
