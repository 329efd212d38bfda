// Text with entities as nodes. Offsets count UTF-16 units, as JavaScript strings do.

import { el } from "./dom.js";

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};
const SAFE = /^(https?|mailto|tel):/i;
const START_LINK = /^https?:\/\/t\.me\/\w+\?start=([\w-]{0,64})$/i;

// What to do on a tap: actions.say(text) for commands, actions.start(code), where
// there is such a thing, for the bot's own links.
export function rich(text, entities, actions) {
  const cuts = new Set([0, text.length]);
  for (const { offset, length } of entities) cuts.add(offset).add(offset + length);
  const places = [...cuts].sort((a, b) => a - b);
  const fragment = document.createDocumentFragment();
  for (let i = 0; i + 1 < places.length; i += 1) {
    const [begin, end] = [places[i], places[i + 1]];
    const around = entities.filter((e) => e.offset <= begin && end <= e.offset + e.length);
    const wrap = (inner, entity) => wrapped(inner, entity, text, actions);
    fragment.append(around.reduceRight(wrap, document.createTextNode(text.slice(begin, end))));
  }
  return fragment;
}

function wrapped(inner, entity, text, actions) {
  if (entity.type in TAGS) return el(TAGS[entity.type], {}, inner);
  const words = text.slice(entity.offset, entity.offset + entity.length);
  if (entity.type === "url" || entity.type === "text_link") {
    return link(entity.url ?? words, inner, actions);
  }
  if (entity.type === "bot_command") return tap(inner, () => actions.say(words));
  if (entity.type === "spoiler") return el("span", { class: "spoiler", tabindex: "0" }, inner);
  return inner;
}

export function link(address, inner, actions) {
  const start = START_LINK.exec(address);
  if (start && actions.start) return tap(inner, () => actions.start(start[1]));
  if (!SAFE.test(address)) return inner;
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, inner);
}

const tap = (inner, deed) => el("button", { type: "button", class: "tap", onclick: deed }, inner);

// The code of "https://t.me/bot?start=CODE", or the words as they are.
export const codeIn = (words) => /[?&]start=([\w-]+)/.exec(words)?.[1] ?? words.replace(/\s+/g, "");
