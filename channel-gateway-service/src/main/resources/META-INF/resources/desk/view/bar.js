import { setPresence } from '../actions.js';
import { el, fill } from '../dom.js';
import { changed, isAgent, isSupervisor, state } from '../state.js';
import { PRESENCES, presence as presenceWord } from '../words.js';
import { showHelp } from './help.js';

let built = null;

/** Who the person is, their presence, and where else to go. */
export function renderBar() {
  if (!state.me) return;
  const who = `${state.me.agent}@${state.me.roles}`;
  if (built !== who) {
    build();
    built = who;
  }
  const select = document.getElementById('presence');
  if (select) {
    const current = state.wishedPresence ?? state.presence;
    const byRouting = select.querySelector('option[value=NOT_RESPONDING]');
    byRouting.hidden = current !== 'NOT_RESPONDING';
    select.value = current;
    select.dataset.presence = state.presence;
    select.disabled = state.connection !== 'live';
    document.getElementById('presence-note').textContent = note();
  }
  document.title = `${state.offers.size ? `(${state.offers.size}) ` : ''}Desk · Switchboard`;
  for (const view of ['desk', 'board']) {
    document.getElementById(view).hidden = state.view !== view;
    document.getElementById(`nav-${view}`)?.setAttribute('aria-current', String(state.view === view));
  }
}

function note() {
  if (state.wishedPresence && state.wishedPresence !== state.presence) return 'changing…';
  if (state.presence === 'NOT_RESPONDING') return 'Offers ran out. Choose Available to go on.';
  return '';
}

function build() {
  fill(
    document.getElementById('bar'),
    el('strong', { class: 'brand' }, 'Switchboard'),
    isSupervisor() && el('nav', { 'aria-label': 'Views' }, tab('desk', 'Desk'), tab('board', 'Queues')),
    el('span', { class: 'grow' }),
    isAgent() && presence(),
    el('span', { class: 'me', 'data-testid': 'me', title: `${state.me.tenant} / ${state.me.centre}` }, state.me.agent),
    el('button', { type: 'button', class: 'quiet', 'data-testid': 'help-open', title: 'Keyboard shortcuts (Alt + H)', on: { click: showHelp } }, 'Keys'),
    el('a', { class: 'quiet', href: '/desk/logout', 'data-testid': 'logout' }, 'Sign out'),
  );
}

function presence() {
  return el('label', { class: 'presence' },
    el('span', { class: 'note', id: 'presence-note', role: 'status' }),
    el('span', { class: 'sr' }, 'Presence'),
    el('select', {
      id: 'presence', 'data-testid': 'presence-select', on: { change: event => setPresence(event.target.value) },
    },
    PRESENCES.map(([value, label]) => el('option', { value }, label)),
    el('option', { value: 'NOT_RESPONDING', disabled: true }, presenceWord('NOT_RESPONDING'))));
}

function tab(view, label) {
  return el('button', {
    type: 'button', class: 'tab', id: `nav-${view}`, 'data-testid': `nav-${view}`,
    on: { click: () => { state.view = view; changed(); } },
  }, label);
}
