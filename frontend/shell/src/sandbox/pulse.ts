const BEAT_MS = 2_000;
const MOST_MISSED = 5;

export interface Pulse {
  /** The frame has said something. */
  heard(): void;
  /** Whether it owes an answer for longer than one that lives would. */
  silent(): boolean;
  stop(): void;
}

/**
 * Asks a frame again and again whether it lives. Answers are counted, not time: a machine that slept owes none.
 *
 * @param onSilent called once, when it did not answer for ten seconds
 */
export function feelPulse(ask: () => void, onSilent: () => void): Pulse {
  let missed = 0;
  const beat = setInterval(() => {
    if (missed === MOST_MISSED) {
      clearInterval(beat);
      onSilent();
      return;
    }
    missed++;
    ask();
  }, BEAT_MS);
  return {
    heard: () => {
      missed = 0;
    },
    silent: () => missed > 1,
    stop: () => clearInterval(beat),
  };
}
