// The world's clock: what it shows, and the buttons that move it ahead.

import { el } from "./dom.js";
import { get, post } from "./server.js";
import { currentLanguage, word } from "./words.js";

const LOCALES = { vi: "vi-VN", en: "en-GB" };
const TIME = { hour: "2-digit", minute: "2-digit" };
const DAY = { weekday: "short", day: "numeric", month: "long" };
let ahead = 0; // milliseconds before the browser's own
let zone;

const byId = (id) => document.getElementById(id);

// The moment it is there, as the browser counts.
function now() {
  return new Date(Date.now() + ahead);
}

// A moment as people there say it: the hour alone when it is today.
export function said(date) {
  const locale = LOCALES[currentLanguage()];
  const day = (one) => one.toLocaleDateString("en-CA", { timeZone: zone });
  const shown = day(date) === day(now()) ? TIME : { ...DAY, ...TIME };
  return date.toLocaleString(locale, { ...shown, timeZone: zone });
}

export async function loadClock() {
  const given = await get("/clock");
  ahead = given.now * 1000 - Date.now();
  zone = given.zone ?? undefined;
  byId("clock").hidden = !given.moves;
  drawClock();
}

export function drawClock() {
  const shown = { ...DAY, ...TIME, timeZone: zone };
  byId("clock-now").textContent = now().toLocaleString(LOCALES[currentLanguage()], shown);
}

export function prepareClock() {
  const move = (label, body) =>
    el("button", { type: "button", class: "quiet", "data-word": label, onclick: () => post("/clock", body) }, word(label));
  byId("clock").append(move("anHour", { seconds: 3600 }), move("nextMorning", { hour: 8 }));
  setInterval(drawClock, 10_000);
}
