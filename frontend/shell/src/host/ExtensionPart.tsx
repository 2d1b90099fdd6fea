import { PlexicaContext } from "@plexica/plugin-api/runtime";
import { useState } from "react";
import type { ComponentType } from "react";
import type { Placed } from "../state/console";
import { BoxFailure } from "./BoxFailure";
import { Boundary } from "./Boundary";
import { crashes } from "./crashes";
import { usePluginWorld } from "./usePluginWorld";

/** A part of one plugin on the page of another, bounded like everything that plugins draw. */
export function ExtensionPart<P extends object>({
  placed,
  component: Part,
  props,
}: {
  placed: Placed;
  component: ComponentType<P>;
  props: P;
}) {
  const world = usePluginWorld(placed.plugin);
  const [attempt, setAttempt] = useState(0);
  const tryAgain = (): void => {
    crashes.forgive(placed.id);
    setAttempt(attempt + 1);
  };
  const failed = (error: unknown) => (
    <BoxFailure placed={placed} failure={{ error, closed: crashes.closed(placed.id), tryAgain }} />
  );
  if (crashes.closed(placed.id)) return failed(undefined);
  return (
    <Boundary attempt={attempt} fallback={failed} onCrash={() => crashes.note(placed.id)}>
      <PlexicaContext value={world}>
        <Part {...props} />
      </PlexicaContext>
    </Boundary>
  );
}
