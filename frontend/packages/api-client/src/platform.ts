import { createContext, useContext, useSyncExternalStore } from "react";
import type { Boot } from "./boot";
import { createApi } from "./http/api";
import type { Api } from "./http/api";
import { createHttp } from "./http/http";
import type { Http } from "./http/http";
import type { Problem } from "./http/problem";
import { createLive } from "./live/live";
import type { Live, LiveState } from "./live/live";
import { createSession } from "./session/session";
import type { Session, SessionState } from "./session/session";
import { createChoice } from "./workspace";
import type { WorkspaceChoice } from "./workspace";

/** All by which an application reaches the platform. One for the life of the page. */
export interface Platform {
  boot: Boot;
  session: Session;
  http: Http;
  api: Api;
  live: Live;
  workspace: WorkspaceChoice;
  /** Hears of every call that failed. */
  onProblem(listener: (problem: Problem) => void): () => void;
}

export function createPlatform(boot: Boot): Platform {
  const session = createSession(boot);
  const workspace = createChoice(boot);
  const listeners = new Set<(problem: Problem) => void>();
  const http = createHttp({
    base: boot.base,
    caller: { token: session.token, renew: session.renew, workspace: workspace.current },
    onProblem: (problem) => listeners.forEach((listener) => listener(problem)),
  });
  const live = createLive(http);
  workspace.subscribe(() => session.state() === "in" && live.restart());
  session.subscribe(() => {
    if (session.state() === "in") live.start();
    else if (session.state() === "out") live.stop();
  });
  return {
    boot,
    session,
    http,
    api: createApi(http),
    live,
    workspace,
    onProblem(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const PlatformContext = createContext<Platform | null>(null);

export const PlatformProvider = PlatformContext.Provider;

export function usePlatform(): Platform {
  const platform = useContext(PlatformContext);
  if (!platform) throw new Error("There is no PlatformProvider above");
  return platform;
}

export function useSessionState(): SessionState {
  const { session } = usePlatform();
  return useSyncExternalStore(session.subscribe, session.state);
}

export function useLiveState(): LiveState {
  const { live } = usePlatform();
  return useSyncExternalStore(live.subscribe, live.state);
}

/** The chosen workspace's id; undefined for the default one. */
export function useWorkspaceChoice(): string | undefined {
  const { workspace } = usePlatform();
  return useSyncExternalStore(workspace.subscribe, workspace.current);
}
