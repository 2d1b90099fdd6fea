import { isProblem, usePlatform, useSessionState } from "@plexica/api-client";
import { useEffect, useState } from "react";
import { RouterProvider } from "react-router";
import { Feedback } from "../common/Feedback";
import { FrameSkeleton } from "../frame/FrameSkeleton";
import { Wiring } from "../live/Wiring";
import { MeProvider, useMeQuery } from "../state/me";
import { createRouter } from "./router";
import { SessionEnded } from "./SessionEnded";
import { Suspended, Unreachable } from "./Standstill";
import { Theme } from "./Theme";

let router: ReturnType<typeof createRouter> | undefined;

/** Begins to load the page that the address is, before it is known who is there. */
export function prepare(base: string): void {
  router ??= createRouter(base);
}

/** What somebody who is signed in sees. */
export default function SignedIn() {
  const { boot, onProblem, workspace } = usePlatform();
  const ended = useSessionState() === "ended";
  const { data: me, problem, again } = useMeQuery();
  const [suspended, setSuspended] = useState(false);

  useEffect(
    () =>
      onProblem((problem) => {
        if (isProblem(problem, "tenant-not-active")) setSuspended(true);
        // The chosen workspace is gone, or its doors are closed to this person: the default one remains.
        if (isProblem(problem, "workspace-not-member")) workspace.choose(undefined);
      }),
    [onProblem, workspace],
  );

  if (suspended || isProblem(problem, "tenant-not-active")) {
    return <Suspended name={me?.tenant?.name ?? boot.tenant ?? ""} />;
  }
  if (!me) return problem ? <Unreachable problem={problem} again={again} /> : <FrameSkeleton />;
  prepare(boot.base);
  return (
    <MeProvider me={me}>
      <Theme theme={me.tenant?.theme}>
        <Feedback>
          <Wiring />
          {router && <RouterProvider router={router} />}
          {ended && <SessionEnded />}
        </Feedback>
      </Theme>
    </MeProvider>
  );
}
