// What an agent typed, kept for this browser tab: a lost connection or a reload must not cost a sentence.

const DRAFT = 'desk.draft.';
const OUTBOX = 'desk.outbox';

function quietly(action, otherwise) {
  try {
    return action();
  } catch {
    return otherwise; // storage is full or forbidden: the desk works on without it
  }
}

export const draft = what => quietly(() => sessionStorage.getItem(DRAFT + what), null) ?? '';

/** @param what the draft is of: a work item's id, or `note.` and a customer's */
export function keepDraft(what, text) {
  quietly(() => text ? sessionStorage.setItem(DRAFT + what, text) : sessionStorage.removeItem(DRAFT + what));
}

/** Answers that were sent but are not known to have arrived: replyId -> {replyId, workItemId, text, at}. */
export function outbox() {
  return new Map(quietly(() => JSON.parse(sessionStorage.getItem(OUTBOX) ?? '[]'), []));
}

export function keepOutbox(entries) {
  quietly(() => sessionStorage.setItem(OUTBOX, JSON.stringify([...entries])));
}
