import { PageContext, PlexicaContext } from "@plexica/plugin-api/runtime";
import type { PageHeadStore } from "@plexica/plugin-api/runtime";
import { UiProvider } from "@plexica/ui";
import type { LinkComponentProps } from "@plexica/ui";
import { createElement, useEffect, useState, useSyncExternalStore } from "react";
import type { ComponentType } from "react";
import { createRoot } from "react-dom/client";
import { Boundary } from "../../host/Boundary";
import { createHead } from "../../host/head";
import { LoadError, loadModule } from "../../host/load";
import type { Snapshot, ToFrame } from "../protocol";
import { hear, say } from "./wire";
import { createWorld } from "./world";
import "@plexica/ui/theme.css";
import "./frame.css";

/** The page within the frame of a sandboxed plugin: draws one contribution, and asks the shell for all that it needs. */
document.documentElement.dataset["frame"] = "";
const root = createRoot(document.getElementById("root") ?? document.body);

function failed(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  say({ kind: "failed", message, ...(error instanceof LoadError ? { reason: error.reason } : {}) });
}

/** Links go where the shell goes; this page goes nowhere. */
function FrameLink({ href, onClick, ...rest }: LinkComponentProps) {
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented) return;
        event.preventDefault();
        say({ kind: "navigate", path: href, replace: false });
      }}
    />
  );
}

/** Of a page's head only words leave the frame; what can be done is drawn within it, above the page. */
const head = createHead();
const HEAD: PageHeadStore = {
  set: (next) => {
    head.set(next);
    say({
      kind: "head",
      ...(next?.title ? { title: next.title } : {}),
      ...(next?.description ? { description: next.description } : {}),
    });
  },
};

function Doings() {
  const { actions, primary } = useSyncExternalStore(head.subscribe, head.get) ?? {};
  if (!actions && !primary) return null;
  return (
    <div className="doings">
      {actions}
      {primary}
    </div>
  );
}

function Stage({ shown, first }: { shown: ComponentType; first: Snapshot }) {
  const [snapshot, setSnapshot] = useState(first);
  useEffect(() => hear((message) => message.kind === "world" && setSnapshot(message.world)), []);
  useEffect(() => {
    document.documentElement.dataset["theme"] = snapshot.theme;
    document.documentElement.lang = snapshot.locale;
    Object.entries(snapshot.accent).forEach(([name, value]) => document.documentElement.style.setProperty(name, value));
  }, [snapshot]);
  useEffect(() => {
    say({ kind: "shown" });
    const watch = new ResizeObserver(() => say({ kind: "height", height: document.body.scrollHeight }));
    watch.observe(document.body);
    return () => watch.disconnect();
  }, []);
  return (
    <PlexicaContext value={createWorld(snapshot)}>
      <PageContext value={HEAD}>
        <UiProvider link={FrameLink}>
          <Boundary attempt={0} fallback={() => null} onCrash={failed}>
            <Doings />
            {createElement(shown)}
          </Boundary>
        </UiProvider>
      </PageContext>
    </PlexicaContext>
  );
}

async function open(message: Extract<ToFrame, { kind: "open" }>): Promise<void> {
  const module = (await loadModule(message.plugin, message)) as { default: ComponentType };
  root.render(<Stage shown={module.default} first={message.world} />);
}

hear((message) => {
  if (message.kind === "open") open(message).catch(failed);
  if (message.kind === "ping") say({ kind: "pong" });
});
say({ kind: "ready" });
