import { el } from '../dom.js';
import { time } from '../words.js';

const STATES = {
  timeout: 'does not answer in time', failed: 'does not answer now', resting: 'does not answer now',
};

/** Shown above already, unless others say something else. */
const ABOVE = new Set(['name', 'tier', 'language', 'vulnerable', 'doNotContact']);

const isAbove = ({ field, holds }, handle) => ABOVE.has(field) || holds.value === handle;

const isNews = (attribute, handle) => !isAbove(attribute, handle) || attribute.overruled.length > 0 || attribute.saidHere;

/** Who says what is shown of the customer, and since when; null when no system does. */
export function saidBy(attribute) {
  if (!attribute) return null;
  return attribute.saidHere ? 'said here' : held(attribute.holds);
}

const held = ({ source, since }) => `${source}, since ${time(since)}`;

/** What other systems told of the customer who writes from `handle`, and what those say that are asked now. */
export function systems(attributes, live, handle) {
  const told = attributes.filter(one => isNews(one, handle)).map(attribute);
  const answers = live.filter(one => one.state !== 'nothing').map(answer);
  if (told.length + answers.length === 0) return [];
  return [el('h2', {}, 'Other systems'), el('dl', {}, told, answers.flat())];
}

function attribute({ field, holds, overruled, saidHere }) {
  const others = [...overruled.map(other => `${other.source}: ${spoken(other.value)}`), saidHere && `here: ${spoken(saidHere.value)}`].filter(Boolean);
  return row(words(field), [spoken(holds.value), others.length > 0 && el('span', { class: 'faint' }, ` (${others.join(', ')})`)],
    held(holds));
}

function answer({ source, state, answer: said, at }) {
  if (state !== 'answered') return [row(source, el('span', { class: 'faint' }, STATES[state] ?? state))];
  return Object.entries(said ?? {})
    .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
    .map(([field, value]) => row(words(field), spoken(value), `${source}, ${time(at)}`));
}

const YES_OR_NO = new Map([['true', 'yes'], ['false', 'no']]);

const spoken = value => YES_OR_NO.get(String(value)) ?? String(value);

const row = (name, value, title) => el('div', { title }, el('dt', {}, name), el('dd', {}, ...[value].flat()));

/** accountNumber, last_invoice: account number, last invoice. */
const words = field => field.replaceAll(/[_.-]/g, ' ').replaceAll(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`);
