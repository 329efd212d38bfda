// A recording: one big button, a line to move along, the time. Only one plays at a time.

import { clock, el, icon } from "./dom.js";
import { word } from "./words.js";

let playing = null;

export function player(media) {
  const audio = el("audio", { src: media.url, preload: "metadata" });
  const time = el("span", { class: "time" }, clock(media.duration ?? 0));
  const line = el("input", {
    type: "range", min: "0", max: "1000", value: "0", "aria-label": word("position"),
  });
  const button = el("button", { type: "button", class: "play" });

  const length = () => (Number.isFinite(audio.duration) && audio.duration) || media.duration || 0;
  const show = () => {
    button.replaceChildren(icon(audio.paused ? "play" : "pause"));
    button.setAttribute("aria-label", word(audio.paused ? "play" : "pause"));
    const at = audio.currentTime;
    time.textContent = clock(audio.paused && at === 0 ? length() : at);
    line.value = length() ? String(Math.round((at / length()) * 1000)) : "0";
    line.style.setProperty("--done", `${Number(line.value) / 10}%`);
  };
  const toggle = () => {
    if (!audio.paused) return audio.pause();
    if (playing && playing !== audio) playing.pause();
    playing = audio;
    return audio.play().catch(show);
  };

  button.addEventListener("click", toggle);
  line.addEventListener("input", () => {
    audio.currentTime = (Number(line.value) / 1000) * length();
  });
  for (const event of ["play", "pause", "timeupdate", "loadedmetadata", "ended"]) {
    audio.addEventListener(event, show);
  }
  show();
  return el("div", { class: "player" }, button, line, time, audio);
}
