import { part, settle } from '../customers.js';
import { el } from '../dom.js';
import { address, likelihood, likeness } from '../words.js';

/** Who may be the same person, and why: only a person decides it. */
export function likely(id, suggestions) {
  return [
    el('h2', {}, 'Perhaps the same person'),
    el('ul', { class: 'likely' }, suggestions.map(other => el('li', { class: 'card', 'data-testid': 'suggestion' },
      el('p', {}, el('strong', {}, other.name ?? 'Somebody without a name'), ' ',
        el('span', { class: 'badge' }, likelihood(other.score))),
      el('p', { class: 'faint' }, other.handles.map(address).join(', ')),
      el('ul', { class: 'reasons' }, kinds(other.reasons).map(kind => el('li', {}, likeness(kind)))),
      el('p', { class: 'row' },
        decision('Same person', 'suggestion-confirm', () => settle(id, other.suggestionId, 'confirm')),
        decision('Somebody else', 'suggestion-reject', () => settle(id, other.suggestionId, 'reject')))))),
  ];
}

const kinds = reasons => [...new Set(reasons.map(reason => reason.kind))];

/** Pressed once: until the answer is there, it can't be pressed again. When it failed, all looks as before and is drawn as before. */
function decision(words, testId, decide) {
  return el('button', { type: 'button', 'data-testid': testId, on: { click: async ({ target }) => {
    const buttons = [...target.parentNode.querySelectorAll('button')];
    for (const button of buttons) button.disabled = true;
    await decide();
    for (const button of buttons) button.disabled = false;
  } } }, words);
}

/** Everybody who was made one with them, and the way back. */
export function members(id, all) {
  if (all.length < 2) return [];
  return [
    el('h2', {}, 'Known as one'),
    el('ul', { class: 'likely' }, all.map(member => el('li', { 'data-testid': 'member' },
      el('span', {}, member.name ?? 'Without a name'), ' ',
      el('span', { class: 'faint' }, member.handles.map(address).join(', ')),
      member.mergedInto && parting(id, member.customerId)))),
  ];
}

function parting(id, member) {
  const why = el('input', { type: 'text', required: true, maxlength: '500', placeholder: 'Why?', 'aria-label': 'Why they differ', 'data-testid': 'part-reason' });
  return el('details', {},
    el('summary', {}, 'Not the same person'),
    el('form', { class: 'row', on: { submit: async event => {
      event.preventDefault();
      const reason = why.value.trim();
      const button = event.submitter;
      if (!reason) return;
      button.disabled = true;
      await part(id, member, reason);
      button.disabled = false;
    } } },
      why,
      el('button', { type: 'submit', 'data-testid': 'part' }, 'Part them')));
}
