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

export const draft = workItemId => quietly(() => sessionStorage.getItem(DRAFT + workItemId), null) ?? '';

export function keepDraft(workItemId, text) {
  quietly(() => text ? sessionStorage.setItem(DRAFT + workItemId, text) : sessionStorage.removeItem(DRAFT + workItemId));
}

/** Answers that were sent but are not known to have arrived: replyId -> {replyId, workItemId, text, at}. */
export function outbox() {
  return new Map(quietly(() => JSON.parse(sessionStorage.getItem(OUTBOX) ?? '[]'), []));
}

export function keepOutbox(entries) {
  quietly(() => sessionStorage.setItem(OUTBOX, JSON.stringify([...entries])));
}
