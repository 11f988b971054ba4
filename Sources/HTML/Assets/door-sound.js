// What was said, to be heard in a noisy hall: up for in, twice low for stop, once for a question. No file is loaded.
let context;

const tone = (at, pitch, length) => {
  const oscillator = context.createOscillator(), gain = context.createGain();
  oscillator.frequency.value = pitch;
  gain.gain.setValueAtTime(0.0001, at);
  gain.gain.exponentialRampToValueAtTime(0.3, at + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + length);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + length);
};

const SOUNDS = { good: [[0, 660, 0.12], [0.1, 990, 0.18]], warn: [[0, 440, 0.3]], bad: [[0, 220, 0.22], [0.28, 180, 0.35]] };
const SHAKES = { good: 60, warn: [60, 60, 60], bad: [200, 80, 200] };

/** A browser lets nothing be heard before somebody has pressed something; that is no fault. */
export function sound(tune) {
  try {
    navigator.vibrate?.(SHAKES[tune] ?? 0);
    context ??= new AudioContext();
    if (context.state === "suspended") context.resume();
    for (const [at, pitch, length] of SOUNDS[tune] ?? []) tone(context.currentTime + at, pitch, length);
  } catch { /* Then it is seen only. */ }
}
