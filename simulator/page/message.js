// One message as a bubble: words, media, buttons, small print.

import { said } from "./clock.js";
import { el, icon } from "./dom.js";
import { player } from "./player.js";
import { link, rich } from "./richtext.js";
import { word } from "./words.js";

// actions: say, start, press, vote (see phone.js); byId finds the message that is answered.
export function bubble(entry, actions, byId) {
  const words = entry.text || entry.caption;
  const body = el("div", { class: "bubble" },
    el("span", { class: "hidden" }, `${word(entry.from)}: `),
    entry.forwarded_from
      ? el("p", { class: "small" }, word("forwarded", { name: entry.forwarded_from }))
      : null,
    quote(byId.get(entry.reply_to)),
    media(entry.media),
    words ? el("p", { class: "words" }, rich(words, entry.entities, actions)) : null,
    card(entry),
    entry.poll ? poll(entry, actions) : null,
    smallPrint(entry),
  );
  const rows = entry.buttons.map((row) => buttonRow(row, entry, actions));
  const kind = entry.from === "me" ? "mine" : "theirs";
  return el("div", { class: `message ${kind}`, "data-id": entry.message_id }, body, ...rows);
}

function quote(answered) {
  if (!answered) return null;
  const words = answered.text || answered.caption || word("picture");
  return el("p", { class: "quote" }, words.slice(0, 80));
}

function media(file) {
  if (!file) return null;
  if (file.kind === "photo" || file.kind === "sticker") {
    const words = word(file.kind === "photo" ? "picture" : "sticker");
    return el("img", { src: file.url, alt: words, class: file.kind });
  }
  if (file.kind === "voice" || file.kind === "audio") return player(file);
  if (file.kind === "video") return el("video", { src: file.url, controls: true });
  const name = file.name || word("attach");
  return el("a", { class: "file", href: file.url, download: name },
    icon("file"), el("span", {}, word("download", { name }), el("small", {}, ` ${size(file.size)}`)));
}

const size = (bytes) =>
  bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

function card(entry) {
  if (entry.contact) {
    const { first_name: name, phone_number: number } = entry.contact;
    return el("p", { class: "words" }, el("strong", {}, name), el("br"), number);
  }
  if (entry.location) {
    const { latitude, longitude } = entry.location;
    const place = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
    return el("p", { class: "words" }, word("placeAt", { place }));
  }
  return null;
}

function poll(entry, actions) {
  const { question, options, is_closed: closed } = entry.poll;
  const choices = options.map((option, number) => {
    const count = word("votes", { count: option.voter_count });
    const vote = () => actions.vote(entry.message_id, [number]);
    return el("button", { type: "button", class: "choice", disabled: closed, onclick: vote },
      el("span", {}, option.text), el("small", {}, count));
  });
  const note = closed ? el("p", { class: "small" }, word("pollClosed")) : null;
  return el("div", { class: "poll" }, el("p", { class: "words" }, el("strong", {}, question)), ...choices, note);
}

function smallPrint(entry) {
  const shown = said(new Date(entry.date * 1000));
  const marks = [entry.pinned && word("pinned"), entry.edited && word("edited"), shown];
  return el("p", { class: "small end" },
    entry.reactions.length ? el("span", { class: "reactions" }, entry.reactions.join(" ")) : null,
    marks.filter(Boolean).join(" · "));
}

function buttonRow(row, entry, actions) {
  return el("div", { class: "buttons" }, ...row.map((button) => inlineButton(button, entry, actions)));
}

function inlineButton(button, entry, actions) {
  if (button.url) {
    const inside = el("span", { class: "label" }, button.label, icon("link"));
    const made = link(button.url, inside, actions);
    made.classList.add("inline");
    return made;
  }
  const press = (event) => actions.press(entry.message_id, button, event.currentTarget);
  return el("button", { type: "button", class: "inline", onclick: press }, button.label);
}
