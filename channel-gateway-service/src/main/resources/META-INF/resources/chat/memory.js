// What this browser remembers of its conversation, across reloads: who the visitor is, what was said, what is unsent.
// Of somebody who has signed in, only while the tab is open and until they sign out, and never what proves who they are.
const MOST = 500;

export class Memory {
  #key;
  #storage;
  #volatile = null;

  constructor(key, storage) {
    this.#key = key;
    this.#storage = storage;
  }

  /** Returns what is remembered of a browser that nobody has signed in at. */
  static ofBrowser(widget) {
    return new Memory(`switchboard.chat.${widget}`, () => localStorage);
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

  /** Returns whether the reply was new; one that comes again at another place is not. */
  addReply({ id, reply, text, at }) {
    const isNew = !this.messages().some((each) => !each.own && (each.id === id || (reply && each.reply === reply)));
    if (isNew) {
      this.#add({ own: false, id, reply, text, at });
    }
    this.#change((kept) => {
      kept.last = id;
    });
    return isNew;
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

  /** Returns what is stored. */
  written(kept) {
    return JSON.stringify(kept);
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
      this.#storage().setItem(this.#key, this.written(kept));
    } catch {
      // No storage (private window, full): the page works until it is closed.
    }
  }

  #read() {
    try {
      const kept = JSON.parse(this.#storage().getItem(this.#key));
      if (kept && Array.isArray(kept.messages)) {
        return kept;
      }
    } catch {
      // As above, or something else wrote there.
    }
    return this.#volatile ?? { visitorId: null, token: null, last: "0", messages: [] };
  }
}

/** What is remembered of somebody who has signed in; their token lives as long as the page. */
export class SignedInMemory extends Memory {
  #token = null;

  constructor(widget, welcome) {
    super(`switchboard.chat.${widget}.${welcome.visitorId}`, () => sessionStorage);
    this.welcome(welcome);
  }

  get token() {
    return this.#token;
  }

  welcome(welcome) {
    super.welcome(welcome);
    this.#token = welcome.token;
  }

  forgetToken() {
    this.#token = null;
  }

  written(kept) {
    return JSON.stringify({ ...kept, token: null });
  }
}

/** Forgets who signed in to this tab, but for one. */
export function forgetSignedIn(widget, butFor) {
  try {
    const prefix = `switchboard.chat.${widget}.`;
    Object.keys(sessionStorage)
      .filter((key) => key.startsWith(prefix) && key !== prefix + butFor)
      .forEach((key) => sessionStorage.removeItem(key));
  } catch {
    // No storage, nothing to forget.
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
