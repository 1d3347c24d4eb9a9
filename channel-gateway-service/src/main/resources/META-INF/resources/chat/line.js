// The socket: opens it again whenever it closes, sends again what was not acknowledged, resumes after the last reply.
const PROTOCOL = "switchboard.chat.v1";
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15000;
const SOON = 3000;
const ALIVE = 20000;
/** Refusals that pass; all others are final. */
const PASSING = new Set(["try-again", "too-fast"]);

/** Why a socket is closed whose token is over. */
const TOKEN_OVER = "token";

export class Line {
  #widget;
  #memory;
  #on;
  #askIn;
  #ended = false;
  #beat;
  #socket = null;
  #pause = FIRST_PAUSE;
  #timer = null;
  #opening = false;
  #heard = 0;
  #opened = false;

  /** `askIn` gets a token for whoever this is. */
  constructor(widget, memory, on, askIn) {
    this.#widget = widget;
    this.#memory = memory;
    this.#on = on;
    this.#askIn = askIn;
    this.#beat = setInterval(() => this.#check(), ALIVE);
  }

  /** Somebody else chats from now on. */
  end() {
    this.#ended = true;
    clearTimeout(this.#timer);
    clearInterval(this.#beat);
    this.#socket?.close();
  }

  /** Sends a message now if the socket is open; else it goes when it opens. */
  send(message) {
    if (this.#isOpen()) {
      this.#say({ type: "message", id: message.id, text: message.text });
    }
  }

  async connectNow() {
    clearTimeout(this.#timer);
    if (this.#ended || this.#opening || (this.#socket && this.#socket.readyState <= WebSocket.OPEN)) {
      return;
    }
    this.#opening = true;
    this.#on.state("connecting");
    try {
      if (!this.#memory.token) {
        this.#memory.welcome(await this.#askIn());
      }
      if (!this.#ended) {
        this.#open();
      }
    } catch {
      this.#later();
    } finally {
      this.#opening = false;
    }
  }

  #open() {
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    const url = `${scheme}//${location.host}/chat/${encodeURIComponent(this.#widget)}/socket`;
    const socket = new WebSocket(url, [PROTOCOL, this.#memory.token]);
    this.#socket = socket;
    this.#opened = false;
    socket.onmessage = (event) => this.#ended || this.#hear(JSON.parse(event.data));
    socket.onclose = ({ reason }) => {
      if (reason === TOKEN_OVER) {
        this.#memory.forgetToken();
      }
      if (!this.#opened && navigator.onLine && this.#pause > 4 * FIRST_PAUSE) {
        // Refused again and again before it opened: the token may be over, and a browser is not told.
        this.#memory.forgetToken();
      }
      this.#later();
    };
  }

  #hear(said) {
    this.#heard = Date.now();
    switch (said.type) {
      case "ready":
        this.#opened = true;
        this.#pause = FIRST_PAUSE;
        this.#on.state("open");
        this.#say({ type: "resume", after: this.#memory.last });
        this.#memory.unsent().forEach((message) => this.send(message));
        break;
      case "ack":
        this.#on.acknowledged(said.id);
        break;
      case "refused":
        this.#refused(said);
        break;
      case "reply":
        this.#on.reply(said);
        break;
      default:
      // "pong", or something of a later version.
    }
  }

  #refused({ id, reason }) {
    if (reason === "expired") {
      this.#memory.forgetToken();
      this.#socket.close();
    } else if (PASSING.has(reason)) {
      setTimeout(() => this.#memory.unsent().filter((each) => each.id === id).forEach((each) => this.send(each)), SOON);
    } else if (id) {
      this.#on.refused(id, reason);
    }
  }

  /** A connection can die without a word; a silent one is closed and opened anew. */
  #check() {
    if (!this.#isOpen()) {
      return;
    }
    if (this.#heard && Date.now() - this.#heard > 2.5 * ALIVE) {
      this.#socket.close();
    } else {
      this.#say({ type: "ping" });
    }
  }

  #later() {
    if (this.#ended) {
      return;
    }
    this.#on.state("closed");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.connectNow(), this.#pause * (0.5 + Math.random()));
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
  }

  #isOpen() {
    return this.#socket !== null && this.#socket.readyState === WebSocket.OPEN && this.#opened;
  }

  #say(what) {
    this.#socket.send(JSON.stringify(what));
  }
}
