import { el, fill } from '../dom.js';
import { state } from '../state.js';
import { duration, presence, time } from '../words.js';

let shown = null;

/** The queues and agents, live, for supervisors. */
export function renderBoard() {
  const signature = JSON.stringify([state.board, state.boardAway]);
  if (state.view !== 'board' || signature === shown) return;
  shown = signature;
  const home = document.getElementById('board');
  if (!state.board) {
    fill(home, el('p', { class: 'empty big' }, state.boardAway ? 'The queues cannot be read just now. They come back by themselves.' : 'Reading the queues…'));
    return;
  }
  const { queues, agents } = state.board;
  fill(home,
    state.boardAway && el('p', { class: 'connection', 'data-state': 'waiting' }, `Not live: this is how it was at ${time(state.board.at)}.`),
    el('section', { class: 'panel' }, el('h2', {}, 'Queues'), table('queues-table', ['Queue', 'Waiting', 'Oldest wait', 'Offered', 'Held'], queues.map(queueRow), 'No queue has work. New messages show up here.')),
    el('section', { class: 'panel' }, el('h2', {}, 'Agents'), summary(agents), table('agents-table', ['Agent', 'Presence', 'Held', 'Offered'], agents.map(agentRow), 'Nobody is signed in.')));
}

function queueRow(queue) {
  return el('tr', { 'data-testid': 'queue-row', 'data-queue': queue.queue },
    el('th', { scope: 'row' }, queue.queue),
    el('td', { 'data-tone': queue.waiting > 0 && 'medium' }, queue.waiting),
    el('td', {}, queue.waiting > 0 ? duration(queue.oldestWaitSeconds) : '–'),
    el('td', {}, queue.offered),
    el('td', {}, queue.held));
}

function agentRow(agent) {
  return el('tr', { 'data-testid': 'agent-row', 'data-agent': agent.agent },
    el('th', { scope: 'row' }, agent.agent),
    el('td', {}, el('span', { class: 'dot', 'data-presence': agent.presence }), presence(agent.presence)),
    el('td', {}, agent.held),
    el('td', {}, agent.offered));
}

function summary(agents) {
  const counts = new Map();
  for (const agent of agents) counts.set(agent.presence, (counts.get(agent.presence) ?? 0) + 1);
  return el('p', { class: 'tags', 'data-testid': 'agents-summary' },
    [...counts].map(([name, count]) => el('span', { class: 'badge' }, el('span', { class: 'dot', 'data-presence': name }), `${presence(name)} ${count}`)));
}

function table(testid, heads, rows, empty) {
  return el('table', { 'data-testid': testid },
    el('thead', {}, el('tr', {}, heads.map(head => el('th', { scope: 'col' }, head)))),
    el('tbody', {}, rows.length > 0 ? rows : el('tr', {}, el('td', { colspan: heads.length, class: 'empty' }, empty))));
}
