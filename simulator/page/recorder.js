// Recording from the microphone, in the best form this browser offers.

const FORMS = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"];

// Starts at once; stop() gives {file, seconds}, drop() throws the recording away.
export async function record() {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const mimeType = FORMS.find((form) => MediaRecorder.isTypeSupported(form));
  const recorder = new MediaRecorder(stream, mimeType ? { mimeType } : {});
  const parts = [];
  const began = performance.now();
  recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
  recorder.start();

  const seconds = () => (performance.now() - began) / 1000;
  const end = () =>
    new Promise((done) => {
      recorder.addEventListener("stop", done, { once: true });
      recorder.stop();
      for (const track of stream.getTracks()) track.stop();
    });
  return {
    seconds,
    drop: end,
    async stop() {
      const length = Math.max(1, Math.round(seconds()));
      await end();
      const type = recorder.mimeType.split(";")[0];
      return { file: new File(parts, "voice", { type }), seconds: length };
    },
  };
}
