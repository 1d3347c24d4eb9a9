import { el } from '../dom.js';
import { time } from '../words.js';

const STATES = {
  timeout: 'does not answer in time', failed: 'does not answer now', resting: 'does not answer now',
};

/** Shown above already, unless others say something else. */
const ABOVE = new Set(['name', 'email', 'phone', 'tier', 'language', 'vulnerable', 'doNotContact']);

const isNews = ({ field, overruled, saidHere }) => !ABOVE.has(field) || overruled.length > 0 || saidHere;

/** What other systems told of the customer, and what those say that are asked now. */
export function systems(attributes, live) {
  const told = attributes.filter(isNews).map(attribute);
  const answers = live.filter(one => one.state !== 'nothing').map(answer);
  if (told.length + answers.length === 0) return [];
  return [el('h2', {}, 'Other systems'), el('dl', {}, told, answers.flat())];
}

function attribute({ field, holds, overruled, saidHere }) {
  const others = [...overruled.map(other => `${other.source}: ${other.value}`), saidHere && `here: ${saidHere.value}`].filter(Boolean);
  return row(words(field), [holds.value, others.length > 0 && el('span', { class: 'faint' }, ` (${others.join(', ')})`)],
    `${holds.source}, since ${time(holds.since)}`);
}

function answer({ source, state, answer: said, at }) {
  if (state !== 'answered') return [row(source, el('span', { class: 'faint' }, STATES[state] ?? state))];
  return Object.entries(said ?? {})
    .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
    .map(([field, value]) => row(words(field), String(value), `${source}, ${time(at)}`));
}

const row = (name, value, title) => el('div', { title }, el('dt', {}, name), el('dd', {}, ...[value].flat()));

/** accountNumber, last_invoice: account number, last invoice. */
const words = field => field.replaceAll(/[_.-]/g, ' ').replaceAll(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`);
