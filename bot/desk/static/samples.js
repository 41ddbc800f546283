// Things a real phone would record: made here, so that the desk needs no microphone and no pictures.

/** One second of a soft tone, as a WAV file. */
export function voiceNote() {
  const rate = 8000, view = new DataView(new ArrayBuffer(44 + rate * 2));
  const write = (at, text) => [...text].forEach((letter, n) => view.setUint8(at + n, letter.charCodeAt(0)));
  write(0, "RIFF"); view.setUint32(4, 36 + rate * 2, true); write(8, "WAVEfmt ");
  view.setUint32(16, 16, true); view.setUint16(20, 1, true); view.setUint16(22, 1, true);
  view.setUint32(24, rate, true); view.setUint32(28, rate * 2, true); view.setUint16(32, 2, true);
  view.setUint16(34, 16, true); write(36, "data"); view.setUint32(40, rate * 2, true);
  for (let n = 0; n < rate; n += 1) {
    view.setInt16(44 + n * 2, 6000 * Math.sin((n * 2 * Math.PI * 330) / rate) * Math.sin((n * Math.PI) / rate), true);
  }
  return new File([view], "note.wav", { type: "audio/wav" });
}

/** A thumb up on nothing, as a picture. */
export async function sticker() {
  const canvas = Object.assign(document.createElement("canvas"), { width: 256, height: 256 });
  const pen = canvas.getContext("2d");
  pen.font = "180px sans-serif";
  pen.fillText("👍", 20, 200);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/webp"));
  return new File([blob], "sticker.webp", { type: "image/webp" });
}
