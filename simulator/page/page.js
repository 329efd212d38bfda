// The page: all phones, the guide, the language, and the live news from the server.

import { drawClock, loadClock, prepareClock } from "./clock.js";
import { el } from "./dom.js";
import { Phone } from "./phone.js";
import { get, post } from "./server.js";
import { currentLanguage, inLanguage, languageWasChosen, setLanguage, translatePage, word } from "./words.js";

const phones = new Map();
let drafts = new Map(); // by name: what was typed when the world began anew
const byId = (id) => document.getElementById(id);
let guide = { title: "", steps: [] };
let loading = Promise.resolve();

// One after the other: an older list that comes late would bring back who has gone.
function loadPhones() {
  loading = loading.catch(() => {}).then(loadList);
  return loading;
}

async function loadList() {
  const given = await get("/phones");
  const kept = new Set(given.map((one) => one.id));
  for (const [id, phone] of phones) {
    if (!kept.has(id)) {
      phone.node.remove();
      phones.delete(id);
    }
  }
  await Promise.all(given.map(loadPhone));
  byId("nobody").hidden = phones.size > 0;
  showGuide();
}

async function loadPhone(given) {
  const known = phones.get(given.id);
  // After a fresh start of the world the same id may be a new person with an empty chat.
  const same = known?.name === given.name && known.messenger === given.messenger;
  if (same && known.version <= given.version) {
    known.update(given);
    return known.refresh();
  }
  const phone = new Phone(given);
  phone.composer.draft = known?.composer.draft ?? drafts.get(given.name) ?? ""; // typed meanwhile
  known?.node.remove();
  phones.set(given.id, phone);
  byId("phones").append(phone.node);
  await phone.skipToasts();
  return phone.refresh();
}

function forgetAll() {
  drafts = new Map([...phones.values()].map((phone) => [phone.name, phone.composer.draft]));
  phones.clear();
  byId("phones").replaceChildren();
}

async function loadGuide() {
  guide = await get("/guide");
  if (guide.language && !languageWasChosen() && guide.language !== currentLanguage()) {
    setLanguage(guide.language, false);
    redraw();
  }
  showGuide();
}

function showGuide() {
  byId("guide").hidden = guide.steps.length === 0;
  byId("guide-title").textContent = inLanguage(guide.title, guide.titles);
  const said = guide.steps.filter((step) => inLanguage(step.text, step.texts)); // some are for one language
  byId("guide-steps").replaceChildren(...said.map(guideStep));
}

function guideStep({ phone: id, text: usual, texts }) {
  const phone = phones.get(id);
  const text = inLanguage(usual, texts);
  if (!phone) return el("li", {}, text);
  const go = el("button", {
    type: "button", class: "chip", onclick: () => phone.focus(),
    "aria-label": word("go", { name: phone.name }),
  }, phone.name);
  return el("li", {}, go, ` ${text}`);
}

function redraw() {
  translatePage();
  const other = currentLanguage() === "vi" ? "en" : "vi";
  byId("language").textContent = other === "en" ? "English" : "Tiếng Việt";
  byId("language").lang = other;
  showGuide();
  drawClock();
  for (const phone of phones.values()) phone.draw();
}

function switchLanguage() {
  setLanguage(currentLanguage() === "vi" ? "en" : "vi");
  redraw();
}

// News may come in any order; each only says what to look at again.
function hear({ data }) {
  const [topic, id] = data.split(":");
  byId("offline").hidden = true;
  if (topic === "chat") phones.get(Number(id))?.refresh();
  else if (topic === "toast") phones.get(Number(id))?.showToasts();
  else if (topic === "sign") phones.get(Number(id))?.showSign();
  else if (topic === "guide") loadGuide();
  else if (topic === "clock") loadClock().then((anotherDay) => anotherDay && redraw());
  else {
    if (topic === "reset") forgetAll();
    loadPhones().then(loadGuide);
  }
}

function listen() {
  const news = new EventSource("/events");
  news.addEventListener("message", hear);
  news.addEventListener("open", () => loadClock().then(redraw)); // it may be another world by now
  news.addEventListener("error", () => (byId("offline").hidden = false));
}

function prepareNewPhone() {
  const box = byId("new-phone");
  const form = box.querySelector("form");
  byId("add").addEventListener("click", () => box.showModal());
  byId("new-cancel").addEventListener("click", () => box.close());
  form.addEventListener("submit", async () => {
    const { name, note, messenger } = Object.fromEntries(new FormData(form));
    form.reset();
    const { id } = await post("/phones", { name, note, messenger });
    await loadPhones();
    phones.get(id)?.focus();
  });
}

byId("language").addEventListener("click", switchLanguage);
prepareNewPhone();
prepareClock();
redraw();
listen();
