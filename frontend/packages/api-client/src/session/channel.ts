/** What tabs of one application tell each other. */
export type Word =
  /** The window for signing in came back with this address. */
  { kind: "arrived"; url: string } | { kind: "signed-out" };

export interface Channel {
  say(word: Word): void;
  hear(listener: (word: Word) => void): void;
}

/** The channel of all tabs that show the same tenant. */
export function createChannel(name: string): Channel {
  if (typeof BroadcastChannel === "undefined") return { say: () => {}, hear: () => {} };
  const channel = new BroadcastChannel(name);
  return {
    say: (word) => channel.postMessage(word),
    hear: (listener) => channel.addEventListener("message", (event) => listener(event.data as Word)),
  };
}
