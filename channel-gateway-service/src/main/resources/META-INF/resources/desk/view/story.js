import { loadCustomer, loadEarlier, writeNote } from '../customers.js';
import { el } from '../dom.js';
import { draft, keepDraft } from '../drafts.js';
import { channel, step, time } from '../words.js';

/** Where an agent notes something for colleagues. */
export function notebook(id) {
  const box = el('textarea', {
    rows: '2', maxlength: '10000', placeholder: 'A note for colleagues', 'aria-label': 'A note for colleagues', 'data-testid': 'note-box',
    value: draft(`note.${id}`),
    on: { input: () => keepDraft(`note.${id}`, box.value) },
  });
  const form = el('form', { class: 'notebook', on: { submit: event => { event.preventDefault(); write(id, box, event.submitter); } } },
    box, el('button', { type: 'submit', 'data-testid': 'note-write' }, 'Note it'));
  return el('details', { open: draft(`note.${id}`) !== '' },
    el('summary', { 'data-testid': 'notebook' }, 'Note something for colleagues'), form);
}

async function write(id, box, button) {
  const text = box.value.trim();
  if (!text) return;
  button.disabled = true;
  if (await writeNote(id, text)) box.value = '';
  button.disabled = false;
}

/** Everything that happened with the customer, the newest first. */
export function story(id, known) {
  const entries = known?.entries ?? [];
  return [
    el('h2', {}, 'Story'),
    known?.problem && el('p', { class: 'empty' }, known.problem, ' ',
      el('button', { type: 'button', class: 'quiet', on: { click: () => loadCustomer(id) } }, 'Try again')),
    !known && el('p', { class: 'empty' }, 'Reading…'),
    known?.entries && entries.length === 0 && el('p', { class: 'empty' }, 'This is their first message.'),
    el('ol', { class: 'history' }, together(entries).map(happened)),
    known?.next && el('button', { type: 'button', class: 'quiet', 'data-testid': 'earlier', on: { click: async ({ target }) => {
      target.disabled = true;
      await loadEarlier(id);
      target.disabled = false;
    } } }, 'Earlier'),
  ];
}

/** What became of one piece of work between two messages is one line. */
function together(entries) {
  const lines = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    if (entry.kind === 'work' && last?.kind === 'work' && last.steps[0].workItemId === entry.work.workItemId) {
      last.steps.unshift(entry.work);
    } else {
      lines.push(entry.kind === 'work' ? { ...entry, steps: [entry.work] } : entry);
    }
  }
  return lines;
}

function happened(entry) {
  switch (entry.kind) {
    case 'message': return said(entry.message);
    case 'note': return noted(entry.note);
    default: return el('li', { class: 'steps', 'data-testid': 'history-work' },
      time(entry.at), ' · ', entry.steps.map(step).join(', '));
  }
}

function said(message) {
  return el('li', { 'data-testid': 'history-item' },
    el('p', { class: 'meta' },
      channel(message.channel), ' · ', time(message.at), ' · ', speaker(message)),
    message.subject && el('p', { class: 'subject' }, message.subject),
    el('p', { class: 'text' }, message.text || 'No text'),
    message.attachments.length > 0 && el('p', { class: 'meta' },
      `Attached: ${message.attachments.map(file => file.name ?? file.contentType).join(', ')}`));
}

function speaker({ direction, agent, signedIn }) {
  if (direction === 'out') return agent ?? 'us';
  return signedIn ? 'customer, signed in' : 'customer';
}

function noted(note) {
  return el('li', { class: 'note', 'data-testid': 'history-note' },
    el('p', { class: 'meta' }, 'Note · ', time(note.at), ' · ', note.author),
    el('p', { class: 'text' }, note.text ?? `Deleted by ${note.deletedBy}`));
}
