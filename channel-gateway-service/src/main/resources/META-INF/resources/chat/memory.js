// What this browser remembers of its conversation, across reloads: who the visitor is, what was said, what is unsent.
const MOST = 500;

export class Memory {
  #key;
  #volatile = null;

  constructor(widget) {
    this.#key = `switchboard.chat.${widget}`;
  }

  get token() {
    return this.#read().token;
  }

  /** A new visitor has no replies yet; their unsent messages are sent under the new name. */
  welcome({ visitorId, token }) {
    this.#change((kept) => {
      if (kept.visitorId !== visitorId) {
        kept.last = "0";
      }
      kept.visitorId = visitorId;
      kept.token = token;
    });
  }

  forgetToken() {
    this.#change((kept) => {
      kept.token = null;
    });
  }

  get last() {
    return this.#read().last;
  }

  messages() {
    return this.#read().messages;
  }

  unsent() {
    return this.messages().filter((message) => message.own && message.state === "waiting");
  }

  addOwn(text) {
    const message = { own: true, id: newId(), text, at: new Date().toISOString(), state: "waiting" };
    this.#add(message);
    return message;
  }

  /** Returns whether the reply was new. */
  addReply({ id, text, at }) {
    if (this.messages().some((message) => !message.own && message.id === id)) {
      return false;
    }
    this.#add({ own: false, id, text, at });
    this.#change((kept) => {
      kept.last = id;
    });
    return true;
  }

  settle(id, state, reason) {
    this.#change((kept) => {
      const message = kept.messages.find((each) => each.own && each.id === id);
      if (message) {
        message.state = state;
        message.reason = reason;
      }
    });
  }

  #add(message) {
    this.#change((kept) => {
      kept.messages.push(message);
      kept.messages = kept.messages.slice(-MOST);
    });
  }

  #change(how) {
    const kept = this.#read();
    how(kept);
    this.#volatile = kept;
    try {
      localStorage.setItem(this.#key, JSON.stringify(kept));
    } catch {
      // No storage (private window, full): the page works until it is closed.
    }
  }

  #read() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.#key));
      if (kept && Array.isArray(kept.messages)) {
        return kept;
      }
    } catch {
      // As above, or something else wrote there.
    }
    return this.#volatile ?? { visitorId: null, token: null, last: "0", messages: [] };
  }
}

function newId() {
  // randomUUID is missing on pages without https.
  if (crypto.randomUUID) {
    return crypto.randomUUID();
  }
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
