// Big buttons over the browser's own player. Without this script the player alone does it all.

const sound = document.getElementById("sound");
const play = document.getElementById("play");
const items = [...document.querySelectorAll("button.item")];
const BACK = 15; // seconds

let item = null; // the button of the item that is heard alone

for (const button of [play, ...items]) {
  button.dataset.play = button.textContent;
}

function show() {
  const playing = !sound.paused;
  for (const button of [play, ...items]) {
    const mine = playing && (button === play ? item === null : button === item);
    button.textContent = mine ? button.dataset.pause : button.dataset.play;
  }
}

// A player that is just being opened says so by itself; what cannot be played stays silent.
function start() {
  sound.play().catch(() => {});
}

play.addEventListener("click", () => {
  const goesOn = sound.paused || item !== null;
  item = null;
  if (goesOn) {
    start();
  } else {
    sound.pause();
  }
  show();
});

document.getElementById("back").addEventListener("click", () => {
  sound.currentTime = Math.max(0, sound.currentTime - BACK);
});

for (const button of items) {
  button.addEventListener("click", () => {
    const from = Number(button.dataset.start);
    const until = Number(button.dataset.end);
    if (item === button && !sound.paused) {
      sound.pause();
      return;
    }
    const inside = item === button && sound.currentTime > from && sound.currentTime < until;
    item = button;
    if (!inside) {
      sound.currentTime = from;
    }
    start();
    show();
  });
}

sound.addEventListener("timeupdate", () => {
  if (item !== null && sound.currentTime >= Number(item.dataset.end)) {
    sound.pause();
    item = null;
  }
});

const speeds = [...document.querySelectorAll("input[name=speed]")];

function playAt(choice) {
  sound.defaultPlaybackRate = Number(choice.value);
  sound.playbackRate = Number(choice.value);
}

// Kept on this phone alone; where that is refused, the speed lasts as long as the page.
function keep(speed) {
  try {
    localStorage.setItem("speed", speed);
  } catch {}
}

function kept() {
  try {
    return localStorage.getItem("speed");
  } catch {
    return null;
  }
}

for (const choice of speeds) {
  choice.addEventListener("change", () => {
    playAt(choice);
    keep(choice.dataset.speed);
  });
}

// Somebody goes back to a page that the browser has kept: what was chosen elsewhere counts there.
window.addEventListener("pageshow", () => {
  const chosen = speeds.find((one) => one.dataset.speed === kept());
  if (chosen) {
    chosen.checked = true;
    playAt(chosen);
  }
});

for (const change of ["play", "pause", "ended"]) {
  sound.addEventListener(change, show);
}

document.getElementById("buttons").hidden = false;
for (const button of items) {
  button.hidden = false;
}
