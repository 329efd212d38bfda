// Which part of a chat is in sight: what is new, unless somebody reads further up.

const NEAR_THE_END = 80; // pixels
const ABOVE = 12; // pixels that stay free above the newest message

export class Sight {
  constructor(log) {
    this.log = log;
    this.following = true; // what is new is brought into sight
    this.reading = false; // somebody moves through the chat
    this.waits = false; // for what comes of an own deed
    this.top = 0;
    log.addEventListener("scroll", () => this.#scrolled());
    for (const event of ["wheel", "touchmove", "keydown", "pointerdown"]) {
      log.addEventListener(event, () => (this.reading = true), { passive: true });
    }
    // A picture grows when it has loaded, and a load is heard of on the way down only.
    log.addEventListener("load", () => this.follow(), true);
  }

  // What an own deed leads to is always brought into sight. The bot's first new message is read
  // from its top; of a chat that was there before (`first`), the last one.
  aim(fresh, first) {
    const theirs = fresh.filter((entry) => entry.from === "bot");
    if (this.waits || theirs.length < fresh.length) this.following = true;
    this.newest = (first ? theirs.slice(-1) : theirs)[0]?.message_id;
  }

  // Somebody who has scrolled away to read is left in peace.
  follow() {
    if (this.following) this.reveal();
  }

  // Down to the end, but not past the top of the newest message; of one with a picture, not past
  // its words, for a tall picture would leave them and the buttons below the edge.
  reveal() {
    const newest = this.log.querySelector(`[data-id="${this.newest}"]`);
    const end = this.log.scrollHeight - this.log.clientHeight;
    this.reading = false;
    this.log.scrollTop = this.top = newest ? Math.min(topOf(newest) - ABOVE, end) : end;
  }

  // A scroll down may be our own, since when a picture may have grown; one upwards never is.
  #scrolled() {
    const down = this.log.scrollTop >= this.top;
    this.top = this.log.scrollTop;
    if (this.#isAtEnd() && this.reading) this.newest = undefined; // read to its end
    this.following = this.#isAtEnd() || (this.following && down && !this.reading);
  }

  #isAtEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR_THE_END;
  }
}

// Where a message begins to be read: below its picture. While a message arrives it moves, so that
// what is in it cannot be measured from the log.
function topOf(message) {
  const words = message.querySelector("img ~ .words");
  const down = words ? words.getBoundingClientRect().top - message.getBoundingClientRect().top : 0;
  return message.offsetTop + down;
}
