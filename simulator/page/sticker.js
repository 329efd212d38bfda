// A sticker to send: a smiling face, drawn here so that nothing has to be fetched.

const SIDE = 512; // pixels, as Telegram wants at least one side to be
const INK = "#6b4a00";

export async function sticker() {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = SIDE;
  draw(canvas.getContext("2d"));
  const picture = await new Promise((done) => canvas.toBlob(done, "image/webp"));
  return new File([picture], "sticker.webp", { type: picture.type });
}

function draw(on) {
  disc(on, 256, 256, 236, "#ffd35c");
  disc(on, 176, 205, 30, INK);
  disc(on, 336, 205, 30, INK);
  on.strokeStyle = INK;
  on.lineWidth = 26;
  on.lineCap = "round";
  on.beginPath();
  on.arc(256, 265, 120, 0.15 * Math.PI, 0.85 * Math.PI);
  on.stroke();
}

function disc(on, x, y, radius, colour) {
  on.fillStyle = colour;
  on.beginPath();
  on.arc(x, y, radius, 0, 2 * Math.PI);
  on.fill();
}
