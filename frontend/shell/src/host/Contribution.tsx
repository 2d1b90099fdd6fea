import { ExtensionsContext, PlexicaContext } from "@plexica/plugin-api/runtime";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import type { ComponentType, ReactNode } from "react";
import { SandboxFrame } from "../sandbox/SandboxFrame";
import type { Placed } from "../state/console";
import { Boundary } from "./Boundary";
import { crashes } from "./crashes";
import { extensions } from "./extensions";
import { useModule } from "./useModule";
import { usePluginWorld } from "./usePluginWorld";

export interface ContributionProps {
  placed: Placed;
  /** Where it is a page: its path below the prefix. */
  page?: string;
  /** Shown until it is there. */
  waiting: ReactNode;
  /** Shown where it has failed. */
  failed: (failure: Failure) => ReactNode;
  /** Takes the component out of the module; without it the default export. */
  pick?: (module: { default: unknown }) => ComponentType;
}

export interface Failure {
  error: unknown;
  /** It has crashed too often to be opened by itself. */
  closed: boolean;
  tryAgain(): void;
}

const usual = (module: { default: unknown }): ComponentType => module.default as ComponentType;

/** One contribution in its place: loaded, surrounded by what it may know, and kept apart from all others. */
export function Contribution(props: ContributionProps) {
  const { placed, failed } = props;
  const [attempt, setAttempt] = useState(0);
  const closed = useSyncExternalStore(crashes.subscribe, () => crashes.closed(placed.id));
  const tryAgain = useCallback(() => {
    crashes.forgive(placed.id);
    setAttempt((count) => count + 1);
  }, [placed.id]);

  const fallback = (error: unknown): ReactNode => failed({ error, closed: crashes.closed(placed.id), tryAgain });
  if (closed) return fallback(undefined);
  return (
    <Boundary attempt={attempt} fallback={fallback} onCrash={() => crashes.note(placed.id)}>
      {placed.plugin.sandbox ? (
        <Sandboxed key={attempt} {...props} />
      ) : (
        <Inside {...props} attempt={attempt} fallback={fallback} />
      )}
    </Boundary>
  );
}

function Inside({
  placed,
  page,
  waiting,
  pick = usual,
  attempt,
  fallback,
}: ContributionProps & { attempt: number; fallback: (error: unknown) => ReactNode }) {
  const { module, error } = useModule<{ default: unknown }>(placed, attempt);
  const world = usePluginWorld(placed.plugin, page);
  if (error) return fallback(error);
  if (!module) return waiting;
  const Shown = pick(module);
  return (
    <PlexicaContext value={world}>
      <ExtensionsContext value={extensions}>
        <Shown />
        <Healthy id={placed.id} />
      </ExtensionsContext>
    </PlexicaContext>
  );
}

function Sandboxed({ placed, page, waiting }: ContributionProps) {
  const world = usePluginWorld(placed.plugin, page);
  return <SandboxFrame placed={placed} world={world} waiting={waiting} />;
}

/** What has been drawn and stood for five seconds works again. */
function Healthy({ id }: { id: string }) {
  useEffect(() => {
    const timer = setTimeout(() => crashes.clear(id), 5_000);
    return () => clearTimeout(timer);
  }, [id]);
  return null;
}
