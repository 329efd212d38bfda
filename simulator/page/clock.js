// The world's clock: what it shows, and the buttons that move it ahead.

import { el } from "./dom.js";
import { get, post } from "./server.js";
import { currentLanguage, word } from "./words.js";

const LOCALES = { vi: "vi-VN", en: "en-GB" };
const TIME = { hour: "2-digit", minute: "2-digit" };
const DAY = { weekday: "long", day: "numeric", month: "long" };
const HOUR = 3600; // seconds
const PAUSE = 1200; // milliseconds in which a bot does what fell due in an hour
let ahead = 0; // milliseconds before the browser's own
let zone;

const byId = (id) => document.getElementById(id);

// The moment it is there, as the browser counts.
function now() {
  return new Date(Date.now() + ahead);
}

const dayOf = (date) => date.toLocaleDateString("en-CA", { timeZone: zone });

// A moment as people there say it: the hour alone when it is today.
export function said(date) {
  return dayOf(date) === dayOf(now()) ? hourOf(date) : withDay(date);
}

const hourOf = (date) =>
  date.toLocaleTimeString(LOCALES[currentLanguage()], { ...TIME, timeZone: zone });

function withDay(date) {
  const day = date.toLocaleDateString(LOCALES[currentLanguage()], { ...DAY, timeZone: zone });
  return `${hourOf(date)}, ${day}`;
}

// Whether it is another day now.
export async function loadClock() {
  const given = await get("/clock");
  const before = zone && dayOf(now());
  ahead = given.now * 1000 - Date.now();
  zone = given.zone ?? undefined;
  byId("clock").hidden = !given.moves;
  drawClock();
  return before !== dayOf(now());
}

export function drawClock() {
  byId("clock-now").textContent = withDay(now());
}

export function prepareClock() {
  const button = (label, deed) =>
    el("button", { type: "button", class: "quiet", "data-word": label, onclick: () => alone(deed) }, word(label));
  byId("clock").append(
    button("anHour", () => post("/clock", { seconds: HOUR })),
    button("evening", () => runTo(19)),
    button("nextMorning", () => runTo(8)),
  );
  setInterval(drawClock, 10_000);
}

// While it runs, it is not moved by anything else.
async function alone(deed) {
  const buttons = byId("clock").querySelectorAll("button");
  for (const one of buttons) one.disabled = true;
  try {
    await deed();
  } catch {
    // The page says by itself when the server is away.
  } finally {
    for (const one of buttons) one.disabled = false;
  }
}

// In steps, so that what falls due on the way falls due in its time: a reminder is not sent hours
// late.
async function runTo(hour) {
  let { left } = await post("/clock", { hour, at_most: HOUR });
  while (left > 0) {
    await new Promise((go) => setTimeout(go, PAUSE));
    left -= PAUSE / 1000; // which went by meanwhile
    if (left > 0) await post("/clock", { seconds: Math.min(left, HOUR) });
    left -= HOUR;
  }
}
