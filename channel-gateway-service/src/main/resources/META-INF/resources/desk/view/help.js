import { el, fill } from '../dom.js';
import { SHORTCUTS } from '../keys.js';

/** Lists the keyboard shortcuts. */
export function showHelp() {
  const dialog = document.getElementById('help');
  if (dialog.open) {
    dialog.close();
    return;
  }
  fill(dialog,
    el('h2', { id: 'help-title' }, 'Keyboard'),
    el('table', {}, el('tbody', {}, SHORTCUTS.map(([keys, what]) =>
      el('tr', {}, el('th', { scope: 'row' }, el('kbd', {}, keys)), el('td', {}, what))))),
    el('button', { type: 'button', on: { click: () => dialog.close() } }, 'Close'));
  dialog.showModal();
}
