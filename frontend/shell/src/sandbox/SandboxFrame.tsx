import { useT } from "../i18n/useT";
import type { Plexica } from "@plexica/plugin-api";
import { PageContext } from "@plexica/plugin-api/runtime";
import { useContext, useEffect, useMemo, useRef, useState } from "react";
import type { ReactNode } from "react";
import { wordsOf } from "../i18n/i18n";
import { loadWords, namespaceOf } from "../host/words";
import { prefixOf, versionOf } from "../state/console";
import type { Placed } from "../state/console";
import { useMe } from "../state/me";
import { frozen } from "../host/frozen";
import { diagnose, LoadError, REASONS } from "../host/load";
import { answer, sent, text } from "./bridge";
import { feelPulse } from "./pulse";
import type { Pulse } from "./pulse";
import type { Snapshot, ToFrame, ToShell } from "./protocol";

const PATIENCE_MS = 10_000;
const HIGHEST = 20_000;
const PAGES = ["page", "application"];
const ACCENT = ["--px-accent", "--px-accent-soft", "--px-on-accent"];

/** A contribution in a frame without an origin: it has no token, no storage and no way to the network but by asking here. */
export function SandboxFrame({ placed, world, waiting }: { placed: Placed; world: Plexica; waiting: ReactNode }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [shown, setShown] = useState(false);
  const [height, setHeight] = useState(320);
  const [error, setError] = useState<Error>();
  const snapshot = useSnapshot(placed, world);
  const store = useContext(PageContext);
  const head = useRef(store);
  const latest = useRef({ world, snapshot });
  useEffect(() => {
    latest.current = { world, snapshot };
  });

  useEffect(() => {
    const froze = (): void => {
      // A page that runs for ever is not opened again unasked, in whatever tab; a box shows its error in its place.
      if (PAGES.includes(placed.contribution.point)) frozen.note(versionOf(placed.plugin));
      setError(new LoadError("silent", "Did not answer for ten seconds"));
    };
    const late = (): void =>
      pulse?.silent() ? froze() : setError(new LoadError("late", "Not there after ten seconds"));
    const timer = setTimeout(late, PATIENCE_MS);
    const say = (message: ToFrame): void => frame.current?.contentWindow?.postMessage(message, "*");
    let pulse: Pulse | undefined;
    const open = async (): Promise<void> => {
      await loadWords(placed.plugin).catch(() => {});
      const { plugin, contribution } = placed;
      const { url, point } = contribution;
      say({ kind: "open", plugin, url, point, world: latest.current.snapshot });
    };
    const hear = (event: MessageEvent): void => {
      if (event.source !== frame.current?.contentWindow || event.source === null) return;
      pulse?.heard();
      const message = event.data as ToShell;
      const { world: now } = latest.current;
      switch (message?.kind) {
        case "ready":
          pulse ??= feelPulse(() => say({ kind: "ping" }), froze);
          void open();
          break;
        case "shown":
          clearTimeout(timer);
          setShown(true);
          break;
        case "failed":
          clearTimeout(timer);
          void reasonFor(placed, message).then(setError);
          break;
        case "height":
          setHeight(Math.min(HIGHEST, Math.max(40, Number(message.height) || 0)));
          break;
        case "call":
          answer(now, message).then(
            (value) => say({ kind: "answer", id: message.id, value }),
            (problem: unknown) => say({ kind: "answer", id: message.id, error: sent(problem) }),
          );
          break;
        case "navigate":
          now.navigate(within(placed, text(message.path)), { replace: message.replace === true });
          break;
        case "notify":
          now.notify({ text: text(message.text) });
          break;
        case "head":
          head.current?.set({
            ...(message.title ? { title: text(message.title) } : {}),
            ...(message.description ? { description: text(message.description) } : {}),
          });
          break;
        case "announce":
          now.announce(text(message.text));
          break;
      }
    };
    addEventListener("message", hear);
    return () => {
      clearTimeout(timer);
      pulse?.stop();
      removeEventListener("message", hear);
    };
    // One frame lives as long as its contribution stands here.
  }, [placed.id, placed.plugin.version]);

  useEffect(() => {
    if (shown) frame.current?.contentWindow?.postMessage({ kind: "world", world: snapshot } satisfies ToFrame, "*");
  }, [shown, snapshot]);

  if (error) throw error;
  return (
    <>
      {!shown && waiting}
      <iframe
        ref={frame}
        className="sh-sandbox"
        title={placed.contribution.label ?? placed.plugin.name}
        src="/console/frame"
        sandbox="allow-scripts allow-forms"
        style={{ height: shown ? height : 0 }}
      />
    </>
  );
}

/** What has failed in a frame, as far as it can be known; files are looked at from here, for the frame reaches none. */
async function reasonFor(
  { plugin, contribution }: Placed,
  failed: Extract<ToShell, { kind: "failed" }>,
): Promise<Error> {
  const error = new Error(text(failed.message));
  const reason = REASONS.find((one) => one === failed.reason);
  if (reason === "unreadable") return diagnose(contribution.url, plugin.integrity[contribution.url], error);
  return reason ? new LoadError(reason, error.message) : error;
}

/** Links in the frame have the plugin's prefix, paths have not. */
function within({ plugin }: Placed, path: string): string {
  const prefix = prefixOf(plugin);
  return path === prefix || path.startsWith(prefix + "/") ? path.slice(prefix.length) : path;
}

function useSnapshot(placed: Placed, world: Plexica): Snapshot {
  const { me } = useMe();
  // Another function once more words have been loaded.
  const words = useT();
  return useMemo(() => {
    const ns = namespaceOf(placed.plugin);
    const bundle = ns ? wordsOf(ns) : undefined;
    const { plugin, tenant, workspace, user, locale, timeZone, theme, path } = world;
    const style = document.documentElement.style;
    return {
      ...{ plugin, tenant, workspace, user, locale, timeZone, theme, path },
      permissions: me.permissions,
      words: bundle ?? {},
      prefix: prefixOf(placed.plugin),
      accent: Object.fromEntries(ACCENT.map((name) => [name, style.getPropertyValue(name)])),
    };
  }, [placed.plugin, world, me.permissions, words]);
}
