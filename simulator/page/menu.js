// What a person does more seldom: block the bot, send a number or a place, open an invitation.

import { el, icon } from "./dom.js";
import { codeIn } from "./richtext.js";
import { word } from "./words.js";

// actions: start (if the messenger has links with a code), block, unblock, contact, place (see phone.js)
export class Menu {
  constructor(id, actions) {
    this.id = `menu-code-${id}`;
    this.actions = actions;
    this.node = el("details", { class: "menu" });
    this.node.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
  }

  close() {
    this.node.open = false;
  }

  draw(blocked) {
    const deeds = blocked ? ["unblock"] : ["contact", "place", "block"];
    this.node.replaceChildren(
      el("summary", { "aria-label": word("menu"), title: word("menu") }, icon("more")),
      el("div", { class: "sheet" }, ...deeds.map((name) => this.#deed(name)),
        this.actions.start ? this.#invitation() : null));
  }

  #deed(name) {
    const onclick = () => {
      this.close();
      this.actions[name]();
    };
    return el("button", { type: "button", class: "quiet wide", onclick }, word(name));
  }

  #invitation() {
    const code = el("input", { id: this.id, autocomplete: "off", spellcheck: "false" });
    const open = (event) => {
      event.preventDefault();
      this.close();
      this.actions.start(codeIn(code.value));
    };
    return el("form", { onsubmit: open },
      el("label", { for: this.id }, word("code")), code,
      el("button", { type: "submit", class: "quiet wide" }, word("openCode")));
  }
}
