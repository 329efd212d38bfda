// One person's phone: the chat, what is new, and everything that can be done with it.

import { Composer } from "./composer.js";
import { el, icon } from "./dom.js";
import { bubble } from "./message.js";
import { codeIn } from "./richtext.js";
import { Refused, get, post, sendFile } from "./server.js";
import { inLanguage, word } from "./words.js";

const NEAR_THE_END = 80; // pixels
const TOAST_TIME = 6000;
const LONGEST_PRESS = 10000;

export class Phone {
  constructor(given) {
    Object.assign(this, { id: given.id, name: given.name, note: given.note, notes: given.notes });
    this.blocked = given.blocked;
    this.entries = new Map();
    this.version = 0;
    this.toasts = 0;
    this.unread = 0;
    this.following = true;
    this.loaded = false;
    this.composer = new Composer(this, this.#actions());
    this.node = this.#frame();
    this.draw();
  }

  // Fetch what has changed. A call during a fetch makes one more fetch follow.
  async refresh() {
    this.again = true;
    if (this.fetching) return;
    this.fetching = true;
    try {
      while (this.again) {
        this.again = false;
        this.#take(await get(`/phones/${this.id}/chat?since=${this.version}`));
      }
    } catch (problem) {
      // The phone may be gone by now; the news of that is on its way.
      if (!(problem instanceof Refused && problem.status === 404)) throw problem;
    } finally {
      this.fetching = false;
    }
  }

  async showToasts() {
    const fresh = await get(`/phones/${this.id}/toasts?after=${this.toasts}`);
    if (fresh.length) this.toasts = fresh.at(-1).n;
    for (const button of this.node.querySelectorAll("[aria-busy]")) button.removeAttribute("aria-busy");
    for (const { text, alert } of fresh) {
      if (text) alert ? this.#alert(text) : this.#toast(text);
    }
  }

  // Toasts from before the page was opened are not shown.
  async skipToasts() {
    this.toasts = (await get(`/phones/${this.id}/toasts`)).length;
  }

  update(given) {
    this.blocked = given.blocked;
    this.#showMenu();
    this.#showComposer();
  }

  draw() {
    this.#showHead();
    this.log.replaceChildren(...[...this.entries.values()].map((entry) => this.#bubble(entry)));
    this.#showEmpty();
    this.#showComposer(true);
    this.#toEnd();
  }

  focus() {
    this.node.scrollIntoView({ block: "nearest" });
    this.node.focus();
  }

  #take(changes) {
    for (const entry of changes) this.#takeOne(entry);
    this.loaded = true;
    this.#showEmpty();
    this.#showComposer();
    this.#showUnread();
    if (changes.length) this.#follow();
  }

  #takeOne(entry) {
    this.version = Math.max(this.version, entry.version);
    const old = this.log.querySelector(`[data-id="${entry.message_id}"]`);
    if (entry.deleted) {
      this.entries.delete(entry.message_id);
      old?.remove();
      return;
    }
    const isNew = !this.entries.has(entry.message_id);
    this.entries.set(entry.message_id, entry);
    if (old) old.replaceWith(this.#bubble(entry));
    else this.log.append(this.#bubble(entry));
    if (isNew && this.loaded && entry.from === "bot" && !this.node.contains(document.activeElement)) {
      this.unread += 1;
    }
  }

  #bubble(entry) {
    return bubble(entry, this.#actions(), this.entries);
  }

  #actions() {
    const base = `/phones/${this.id}`;
    return {
      say: (text) => this.#try(() => post(`${base}/say`, { text })),
      start: (code) => this.#try(() => post(`${base}/start`, { code })),
      press: (number, button, node) => this.#press(number, button, node),
      pressKey: (label) => this.#try(() => post(`${base}/press`, { message_id: this.#last(), label })),
      vote: (number, options) => this.#try(() => post(`${base}/vote`, { message_id: number, options })),
      file: (file) => this.#try(() => sendFile(this.id, kindOf(file), file)),
      voice: ({ file, seconds }) => this.#try(() => sendFile(this.id, "voice", file, { duration: seconds })),
      unblock: () => this.#try(() => post(`${base}/unblock`)),
      complain: (sentence) => this.#toast(sentence),
      redraw: () => this.#showComposer(true),
    };
  }

  #last() {
    return Math.max(0, ...this.entries.keys());
  }

  async #try(deed) {
    this.#seen();
    try {
      await deed();
    } catch (problem) {
      this.#toast(word(problem instanceof Refused && problem.status === 409 ? "gone" : "failed"));
    }
  }

  #press(number, button, node) {
    node.setAttribute("aria-busy", "true");
    setTimeout(() => node.removeAttribute("aria-busy"), LONGEST_PRESS);
    // By its data: two buttons may have the same words.
    return this.#try(() => post(`/phones/${this.id}/press`, { message_id: number, data: button.data }));
  }

  #frame() {
    this.head = el("header");
    this.badge = el("p", { class: "badge", role: "status" });
    this.log = el("div", { class: "log", role: "log", tabindex: "0" });
    // Only a scroll upwards is somebody's wish: a picture may have grown since our own scroll down.
    this.top = 0;
    this.log.addEventListener("scroll", () => {
      const down = this.log.scrollTop >= this.top;
      this.top = this.log.scrollTop;
      this.following = this.#isAtEnd() || (this.following && down);
    });
    // A picture grows when it has loaded, and a load is heard of on the way down only.
    this.log.addEventListener("load", () => this.#follow(), true);
    this.empty = el("p", { class: "note empty" });
    this.news = el("div", { class: "toasts", role: "status" });
    const node = el("article", { class: "phone", tabindex: "-1", "aria-labelledby": `name-${this.id}` },
      this.head, el("div", { class: "over" }, this.badge, this.news), this.empty, this.log, this.composer.node);
    for (const event of ["focusin", "pointerdown"]) node.addEventListener(event, () => this.#seen());
    node.addEventListener("pointerdown", ({ target }) => {
      if (!this.menu.contains(target)) this.menu.open = false;
    });
    return node;
  }

  #showHead() {
    this.menu = el("details", { class: "menu" });
    this.menu.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.menu.open = false;
    });
    this.head.replaceChildren(
      el("span", { class: "face", "aria-hidden": "true" }, initials(this.name)),
      el("div", { class: "who" },
        el("h2", { id: `name-${this.id}` }, this.name), el("p", {}, inLanguage(this.note, this.notes) || "Telegram")),
      this.menu);
    this.log.setAttribute("aria-label", word("chat", { name: this.name }));
    this.empty.textContent = word("empty");
    this.#showMenu();
  }

  #showMenu() {
    const close = () => (this.menu.open = false);
    const deed = this.blocked ? "unblock" : "block";
    const toggle = () => {
      close();
      this.#try(() => post(`/phones/${this.id}/${deed}`));
    };
    const id = `menu-code-${this.id}`;
    const code = el("input", { id, autocomplete: "off", spellcheck: "false" });
    const open = (event) => {
      event.preventDefault();
      close();
      this.#actions().start(codeIn(code.value));
    };
    this.menu.replaceChildren(
      el("summary", { "aria-label": word("menu"), title: word("menu") }, icon("more")),
      el("div", { class: "sheet" },
        el("button", { type: "button", class: "quiet wide", onclick: toggle }, word(deed)),
        el("form", { onsubmit: open },
          el("label", { for: id }, word("code")), code,
          el("button", { type: "submit", class: "quiet wide" }, word("openCode")))));
  }

  #showComposer(force = false) {
    const keyboard = this.entries.get(this.#last())?.keyboard ?? null;
    this.composer.show(keyboard, this.entries.size === 0, force);
  }

  #showEmpty() {
    this.empty.hidden = this.entries.size > 0;
    this.log.hidden = this.entries.size === 0;
  }

  #showUnread() {
    this.badge.textContent = this.unread ? word("unread", { count: this.unread }) : "";
    this.node.classList.toggle("has-news", this.unread > 0);
  }

  // Nothing may move here: the finger is on its way to a button.
  #seen() {
    if (!this.unread) return;
    this.unread = 0;
    this.#showUnread();
  }

  #isAtEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR_THE_END;
  }

  // Somebody who has scrolled up to read is left in peace.
  #follow() {
    if (this.following) this.#toEnd();
  }

  #toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
  }

  #toast(text) {
    const note = el("p", { class: "toast" }, text);
    this.news.append(note);
    setTimeout(() => note.remove(), TOAST_TIME);
  }

  #alert(text) {
    const close = () => box.close();
    const box = el("dialog", { class: "alert", "aria-label": this.name },
      el("p", {}, text),
      el("button", { type: "button", class: "strong wide", onclick: close }, word("understood")));
    box.addEventListener("close", () => box.remove());
    document.body.append(box);
    box.showModal();
  }
}

function kindOf(file) {
  if (file.type.startsWith("image/")) return "photo";
  return file.type.startsWith("audio/") ? "audio" : "document";
}

function initials(name) {
  const parts = name.trim().split(/\s+/);
  return (parts.at(-1)?.[0] ?? "?").toUpperCase();
}
