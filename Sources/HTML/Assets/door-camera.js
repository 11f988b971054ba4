// Codes by the camera, where the browser itself can find them in a picture. The same code is not taken twice within moments.
const PAUSE = 150, AGAIN = 4000;

export const hasDetector = async () => {
  try {
    return Boolean(navigator.mediaDevices?.getUserMedia) && (await BarcodeDetector.getSupportedFormats()).includes("qr_code");
  } catch { return false; }
};

export class Camera {
  constructor(video, found) { Object.assign(this, { video, found, last: "", at: 0, stream: null }); }

  get isOn() { return this.stream !== null; }

  async start() {
    this.stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: { ideal: "environment" }, width: { ideal: 1280 } } });
    this.video.srcObject = this.stream;
    this.video.hidden = false;
    await this.video.play();
    this.look(new BarcodeDetector({ formats: ["qr_code"] }));
  }

  async look(detector) {
    while (this.isOn) {
      if (this.video.readyState >= 2 && !document.hidden) {
        const codes = await detector.detect(this.video).catch(() => []);
        for (const { rawValue } of codes) this.see(rawValue);
      }
      await new Promise((resolve) => { setTimeout(resolve, PAUSE); });
    }
  }

  see(text) {
    if (text === this.last && Date.now() - this.at < AGAIN) { this.at = Date.now(); return; }
    [this.last, this.at] = [text, Date.now()];
    this.found(text);
  }

  stop() {
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = null;
    this.video.srcObject = null;
    this.video.hidden = true;
  }
}
