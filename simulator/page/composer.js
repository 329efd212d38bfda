// The bottom of a phone: the bot's keyboard, the text box, recording, files; or Start, or Unblock.

import { clock, el, icon } from "./dom.js";
import { record } from "./recorder.js";
import { codeIn } from "./richtext.js";
import { word } from "./words.js";

export class Composer {
  // actions: say, start, pressKey, file, voice, sticker, unblock, complain (see phone.js)
  constructor(phone, actions) {
    this.phone = phone;
    this.actions = actions;
    this.draft = "";
    this.node = el("div", { class: "composer" });
    this.shown = "";
  }

  // Redraws only when something below the chat has changed, so that typing is not disturbed.
  show(keyboard, empty, force = false) {
    const state = JSON.stringify([this.phone.blocked, keyboard, empty]);
    if ((state === this.shown && !force) || this.recording) return;
    this.shown = state;
    const parts = this.phone.blocked ? this.#blocked() : empty ? this.#first() : this.#usual(keyboard);
    const typing = this.node.contains(document.activeElement) && document.activeElement.id;
    this.node.replaceChildren(...parts);
    if (typing) document.getElementById(typing)?.focus();
  }

  #blocked() {
    return [
      el("p", { class: "note" }, word("blocked")),
      el("button", { type: "button", class: "strong wide", onclick: this.actions.unblock }, word("unblock")),
    ];
  }

  #first() {
    const id = `code-${this.phone.id}`;
    const input = el("input", { id, autocomplete: "off", spellcheck: "false" });
    const start = (event) => {
      event.preventDefault();
      this.actions.start(codeIn(input.value));
    };
    return [
      el("form", { class: "first", onsubmit: start },
        el("label", { for: id }, word("code")), input,
        el("button", { type: "submit", class: "strong wide" }, word("start"))),
    ];
  }

  #usual(keyboard) {
    return [keyboard ? this.#keys(keyboard) : null, this.#textRow(), this.#mediaRow()].filter(Boolean);
  }

  #keys(keyboard) {
    const key = (label) =>
      el("button", { type: "button", class: "key", onclick: () => this.actions.pressKey(label) }, label);
    const rows = keyboard.map((row) => el("div", { class: "keyrow" }, ...row.map(key)));
    return el("div", { class: "keys", role: "group", "aria-label": word("keys") }, ...rows);
  }

  #textRow() {
    const id = `text-${this.phone.id}`;
    const box = el("textarea", { id, rows: "1", placeholder: word("write") });
    box.value = this.draft;
    const send = async (event) => {
      event.preventDefault();
      const words = box.value;
      if (!words.trim()) return;
      box.value = this.draft = "";
      if (!(await this.actions.say(words)) && !this.draft) this.#putBack(words);
    };
    box.addEventListener("input", () => (this.draft = box.value));
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) send(event);
    });
    return el("form", { class: "write", onsubmit: send },
      el("label", { for: id, class: "hidden" }, word("write")), box,
      el("button", { type: "submit", class: "strong" }, word("send")));
  }

  // What could not be sent is not lost.
  #putBack(words) {
    this.draft = words;
    const box = this.node.querySelector("textarea");
    if (box) box.value = words;
  }

  #mediaRow() {
    const id = `file-${this.phone.id}`;
    const input = el("input", { type: "file", id, class: "hidden", "aria-label": word("sendFile") });
    input.addEventListener("change", () => {
      if (input.files.length) this.actions.file(input.files[0]);
      input.value = "";
    });
    return el("div", { class: "extras kinds" },
      el("button", { type: "button", class: "quiet", onclick: () => this.#record() }, icon("mic"), word("record")),
      el("label", { class: "quiet", for: id }, icon("clip"), word("attach"), input),
      el("button", { type: "button", class: "quiet", onclick: () => this.actions.sticker() },
        icon("smile"), word("sticker")));
  }

  async #record() {
    try {
      this.recording = await record();
    } catch {
      this.actions.complain(word("noMicrophone"));
      return;
    }
    const time = el("p", { class: "note", role: "timer" }, word("recording", { time: "0:00" }));
    const tick = setInterval(() => {
      time.textContent = word("recording", { time: clock(this.recording.seconds()) });
    }, 500);
    const finish = async (deed) => {
      clearInterval(tick);
      const { recording } = this;
      this.recording = null;
      await deed(recording);
      this.actions.redraw();
    };
    const send = () => finish(async (r) => this.actions.voice(await r.stop()));
    const drop = () => finish((r) => r.drop());
    this.node.replaceChildren(time, el("div", { class: "extras" },
      el("button", { type: "button", class: "quiet", onclick: drop }, word("drop")),
      el("button", { type: "button", class: "strong", onclick: send }, word("sendVoice"))));
  }
}
