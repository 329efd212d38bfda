// One person's phone: the chat, what is new, and everything that can be done with it.

import { Composer } from "./composer.js";
import { el } from "./dom.js";
import { Menu } from "./menu.js";
import { bubble } from "./message.js";
import { Refused, listOf, post, send } from "./server.js";
import { Sight } from "./sight.js";
import { sticker } from "./sticker.js";
import { inLanguage, word } from "./words.js";

const TOAST_TIME = 6000;
const SIGN_TIME = 5000;
const LONGEST_PRESS = 10000;
const HOME = { latitude: 16.4637, longitude: 107.5909 }; // the middle of Huế

export class Phone {
  constructor(given) {
    Object.assign(this, { id: given.id, name: given.name, note: given.note, notes: given.notes });
    Object.assign(this, { messenger: given.messenger, bot: given.bot, blocked: given.blocked });
    this.entries = new Map();
    this.version = 0;
    this.toasts = 0;
    this.unread = 0;
    this.loaded = false;
    this.composer = new Composer(this, this.#actions());
    this.menu = new Menu(this.id, this.#actions());
    this.node = this.#frame();
    this.draw();
  }

  get onZalo() {
    return this.messenger === "zalo";
  }

  // Fetch what has changed. A call during a fetch makes one more fetch follow.
  async refresh() {
    this.again = true;
    if (this.fetching) return;
    this.fetching = true;
    try {
      while (this.again) {
        this.again = false;
        this.#take(await listOf(this.id, `chat?since=${this.version}`));
      }
    } finally {
      this.fetching = false;
    }
  }

  async showToasts() {
    const fresh = await listOf(this.id, `toasts?after=${this.toasts}`);
    if (fresh.length) this.toasts = fresh.at(-1).n;
    for (const button of this.node.querySelectorAll("[aria-busy]")) button.removeAttribute("aria-busy");
    for (const { text, alert } of fresh) {
      if (text) alert ? this.#alert(text) : this.#toast(text);
    }
  }

  // Toasts from before the page was opened are not shown.
  async skipToasts() {
    this.toasts = (await listOf(this.id, "toasts")).length;
  }

  update(given) {
    this.blocked = given.blocked;
    const noted = JSON.stringify([this.note, this.notes]);
    Object.assign(this, { note: given.note, notes: given.notes });
    if (noted === JSON.stringify([this.note, this.notes])) this.menu.draw(this.blocked);
    else this.#showHead();
    this.#showComposer();
  }

  draw() {
    this.#showHead();
    this.log.replaceChildren(...[...this.entries.values()].map((entry) => this.#bubble(entry)));
    this.#showEmpty();
    this.#showComposer(true);
    this.sight.reveal();
  }

  focus() {
    this.node.scrollIntoView({ block: "nearest" });
    this.node.focus();
  }

  #take(changes) {
    const fresh = changes.filter((entry) => !entry.deleted && !this.entries.has(entry.message_id));
    for (const entry of changes) this.#takeOne(entry);
    this.#showEmpty();
    this.#showComposer();
    this.#showUnread();
    if (fresh.length) this.sight.aim(fresh, !this.loaded);
    if (changes.some((entry) => entry.from === "bot")) {
      this.sight.waits = false;
      this.sign?.remove();
    }
    if (changes.length) this.sight.follow();
    this.loaded = true;
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
      // Nothing opens a chat on Zalo with a code.
      start: this.onZalo ? null : (code) => this.#try(() => post(`${base}/start`, { code })),
      press: (number, button, node) => this.#press(number, button, node),
      pressKey: (label) => this.#try(() => post(`${base}/press`, { message_id: this.#last(), label })),
      vote: (number, options) => this.#try(() => post(`${base}/vote`, { message_id: number, options })),
      file: (file) => this.#try(() => send(this.id, kindOf(file), { file })),
      voice: ({ file, seconds }) => this.#try(() => send(this.id, "voice", { file, duration: seconds })),
      sticker: () => this.#try(async () => send(this.id, "sticker", { file: await sticker() })),
      contact: () => this.#try(() => send(this.id, "contact")),
      place: () => this.#try(() => send(this.id, "location", HOME)),
      block: () => this.#try(() => post(`${base}/block`)),
      unblock: () => this.#try(() => post(`${base}/unblock`)),
      complain: (sentence) => this.#toast(sentence),
      redraw: () => this.#showComposer(true),
    };
  }

  #last() {
    return Math.max(0, ...this.entries.keys());
  }

  // Whether it was done.
  async #try(deed) {
    this.#seen();
    this.sight.waits = true;
    try {
      await deed();
      return true;
    } catch (problem) {
      this.#toast(word(problem instanceof Refused && problem.status === 409 ? "gone" : "failed"));
      return false;
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
    this.sight = new Sight(this.log);
    this.empty = el("p", { class: "note empty" });
    this.news = el("div", { class: "toasts", role: "status" });
    const node = el("article", { class: `phone ${this.messenger}`, tabindex: "-1", "aria-labelledby": `name-${this.id}` },
      el("div", { class: "screen" },
        this.head, el("div", { class: "over" }, this.news), this.empty, this.log, this.composer.node),
      this.badge);
    for (const event of ["focusin", "pointerdown"]) node.addEventListener(event, () => this.#seen());
    node.addEventListener("pointerdown", ({ target }) => {
      if (!this.menu.node.contains(target)) this.menu.close();
    });
    return node;
  }

  #showHead() {
    const note = inLanguage(this.note, this.notes) || (this.onZalo ? "" : "Telegram");
    const zalo = this.bot > 1 ? `Zalo ${this.bot}` : "Zalo";
    const parts = [
      el("span", { class: "face", "aria-hidden": "true" }, initials(this.name)),
      el("div", { class: "who" },
        el("h2", { id: `name-${this.id}` }, this.name), note ? el("p", {}, note) : null),
      this.onZalo ? el("span", { class: "messenger" }, zalo) : null,
      this.menu.node,
    ];
    this.head.replaceChildren(...parts.filter(Boolean));
    this.log.setAttribute("aria-label", word("chat", { name: this.name }));
    this.empty.textContent = word(this.onZalo ? "emptyZalo" : "empty");
    this.menu.draw(this.blocked);
  }

  #showComposer(force = false) {
    const keyboard = this.entries.get(this.#last())?.keyboard ?? null;
    this.composer.show(keyboard, this.entries.size === 0 && !this.onZalo, force);
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

  // The bot is at work: shown until it says something, or as long as Telegram shows it.
  showSign() {
    this.sign?.remove();
    const sign = el("p", { class: "toast" }, word("atWork"));
    this.sign = sign;
    this.news.replaceChildren(sign);
    setTimeout(() => sign.remove(), SIGN_TIME);
  }

  // One at a time: the next answer takes the place of the last.
  #toast(text) {
    const note = el("p", { class: "toast" }, text);
    this.news.replaceChildren(note);
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
