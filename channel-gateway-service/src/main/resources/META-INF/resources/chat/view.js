// What the visitor sees. Text goes into text nodes alone: nothing that anybody wrote becomes markup.
const STATES = { open: "Connected", connecting: "Connecting…", closed: "Not connected. Trying again…", refused: "We could not tell who you are. Please sign in again." };
const NOTES = { waiting: "Not sent yet", sent: "Sent", refused: "Not sent" };
const REASONS = { "too-long": "it is too long", empty: "it is empty" };

export class View {
  #document;
  #list;
  #state;

  constructor(document) {
    this.#document = document;
    this.#list = document.getElementById("messages");
    this.#state = document.getElementById("state");
  }

  state(state) {
    this.#state.dataset.state = state;
    this.#state.textContent = STATES[state];
  }

  /** Shows the messages; what is there already stays, so that a screen reader hears only what is new. */
  show(messages) {
    const atEnd = this.#list.scrollHeight - this.#list.scrollTop - this.#list.clientHeight < 80;
    const shown = new Map(Array.from(this.#list.children, (item) => [item.dataset.id, item]));
    for (const message of messages) {
      const item = shown.get(message.id) ?? this.#item(message);
      shown.delete(message.id);
      this.#note(item, message);
    }
    shown.forEach((item) => item.remove());
    this.#document.getElementById("hint").hidden = messages.length > 0;
    if (atEnd) {
      this.#list.scrollTop = this.#list.scrollHeight;
    }
  }

  /** Whether anything can be written. */
  allow(writing) {
    this.#document.querySelectorAll("#compose textarea, #compose button").forEach((each) => {
      each.disabled = !writing;
    });
  }

  onSend(send) {
    const form = this.#document.getElementById("compose");
    const text = this.#document.getElementById("text");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (text.value.trim()) {
        send(text.value.trim());
        text.value = "";
        this.#list.scrollTop = this.#list.scrollHeight;
      }
      text.focus();
    });
    text.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        form.requestSubmit();
      }
    });
  }

  #item(message) {
    const item = this.#document.createElement("li");
    item.className = message.own ? "own" : "theirs";
    item.dataset.id = message.id;
    const text = this.#document.createElement("p");
    text.className = "text";
    text.textContent = message.text;
    const note = this.#document.createElement("p");
    note.className = "note";
    item.append(text, note);
    this.#list.append(item);
    return item;
  }

  #note(item, message) {
    const time = new Date(message.at);
    const when = Number.isNaN(time.valueOf()) ? "" : time.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    const who = message.own ? NOTES[message.state] : "Our team";
    const why = message.reason ? `: ${REASONS[message.reason] ?? message.reason}` : "";
    const note = `${who}${why}${when ? ` · ${when}` : ""}`;
    if (item.lastChild.textContent !== note) {
      item.lastChild.textContent = note;
    }
    if (message.own) {
      item.dataset.state = message.state;
    }
  }
}
