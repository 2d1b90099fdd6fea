import type { Boot } from "../boot";
import { API } from "../http/api";
import { Problem } from "../http/problem";
import { createChannel } from "./channel";
import { createOidc, SIGNED_IN, SIGNED_IN_BESIDE, SIGNED_OUT } from "./oidc";
import type { Oidc } from "./oidc";
import { mayTryAgain, noteAttempt, noteSuccess } from "./attempts";
import { renewalDelay } from "./tokens";
import type { Tokens } from "./tokens";
import { forgetUnheard, noteUnheard } from "./unheard";

/**
 * Where a session stands: `starting` until it is known; `leaving` while the browser goes to sign in; `in`; `ended` when it is
 * over and the page still stands; `out` after signing out; `failed` when there is no way in now; `beside` in a window that has
 * done what it was opened for and can be closed.
 */
export type SessionState = "starting" | "leaving" | "in" | "ended" | "out" | "failed" | "beside";

export interface Session {
  state(): SessionState;
  /** Why it failed, for people. */
  reason(): string | undefined;
  subscribe(listener: () => void): () => void;
  token(): string | undefined;
  /** Who is signed in. */
  subject(): string | undefined;
  /** Signs in if need be; the address to show when somebody is in, null when the page is about to go. */
  start(): Promise<string | null>;
  /** New tokens; false when there will be none: the session has ended. Throws when nobody can tell. */
  renew(): Promise<boolean>;
  /** Leaves for signing in and comes back to the path; without one, to where the last try wanted to go. */
  signIn(path?: string): Promise<void>;
  /** Signs in within a window, so that the page stays; false when the browser does not allow one. */
  signInBeside(): Promise<boolean>;
  signOut(): Promise<void>;
}

/** The window in which somebody signs in again. */
const WINDOW = "plexica-sign-in";

export function createSession(boot: Boot, page: Window = window): Session {
  return new BrowserSession(boot, page);
}

class BrowserSession implements Session {
  private readonly listeners = new Set<() => void>();
  private readonly channel;
  private readonly oidc: Oidc | null;
  private current: SessionState = "starting";
  private why: string | undefined;
  private tokens: Tokens | undefined;
  private renewing: Promise<boolean> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private awaited: string | undefined;
  private wanted = "/";

  constructor(
    private readonly boot: Boot,
    private readonly page: Window,
  ) {
    this.channel = createChannel(`plexica:${boot.app}:${boot.base}`);
    this.oidc = boot.issuer ? createOidc(boot, boot.issuer, page.location.origin) : null;
  }

  state = (): SessionState => this.current;
  reason = (): string | undefined => this.why;
  token = (): string | undefined => this.tokens?.access;
  subject = (): string | undefined => this.tokens?.subject;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  async start(): Promise<string | null> {
    const { location } = this.page;
    const path = location.pathname.slice(this.boot.base.length);
    if (path === SIGNED_IN_BESIDE) {
      this.channel.say({ kind: "arrived", url: location.href });
      this.page.close();
      this.turn("beside");
      return null;
    }
    this.listen();
    if (path === SIGNED_OUT) {
      this.turn("out");
      return null;
    }
    if (this.boot.status && this.boot.status !== "ACTIVE") {
      this.fail("Nobody can work here for now.");
      return null;
    }
    if (path === SIGNED_IN) return this.arrive(location.href);
    await this.signIn(path + location.search + location.hash);
    return null;
  }

  private async arrive(url: string): Promise<string | null> {
    try {
      const { tokens, path } = await this.require().arrive(url);
      noteSuccess();
      forgetUnheard();
      this.take(tokens);
      this.page.history.replaceState(null, "", this.boot.base + path);
      return path;
    } catch (error) {
      // An old address, such as the browser's Back brings: the way is gone anew.
      if (mayTryAgain()) await this.signIn("/");
      else this.fail(error instanceof Error ? error.message : "Signing in did not work.");
      return null;
    }
  }

  async signIn(path = this.wanted): Promise<void> {
    this.wanted = path;
    this.turn("leaving");
    noteAttempt();
    const oidc = this.require();
    const [departure, reachable] = await Promise.all([oidc.depart(path), oidc.probe()]);
    if (reachable) this.page.location.replace(departure.url);
    else this.fail("Signing in does not work at the moment.");
  }

  async signInBeside(): Promise<boolean> {
    const beside = this.page.open("about:blank", WINDOW, "popup,width=480,height=680");
    if (!beside) return false;
    const departure = await this.require().depart("/", SIGNED_IN_BESIDE);
    this.awaited = departure.state;
    beside.location.href = departure.url;
    return true;
  }

  private async arriveBeside(url: string): Promise<void> {
    const state = new URL(url).searchParams.get("state");
    if (!state || state !== this.awaited) return;
    this.awaited = undefined;
    const before = this.tokens?.subject;
    const { tokens } = await this.require().arrive(url);
    if (before !== undefined && before !== tokens.subject) {
      // Somebody else: nothing of what the page holds is theirs.
      this.leaveFor(() => this.page.location.replace(this.boot.base + "/"));
      return;
    }
    this.take(tokens);
  }

  renew = (): Promise<boolean> => {
    this.renewing ??= this.renewOnce().finally(() => (this.renewing = undefined));
    return this.renewing;
  };

  private async renewOnce(): Promise<boolean> {
    if (!this.tokens || this.current !== "in") return false;
    let fresh: Tokens | null;
    try {
      fresh = await this.require().refresh(this.tokens);
    } catch {
      throw Problem.local("unreachable", "Your session cannot be renewed at the moment.");
    }
    if (fresh) this.take(fresh);
    else this.turn("ended");
    return fresh !== null;
  }

  async signOut(): Promise<void> {
    const oidc = this.require();
    const [url, reachable] = await Promise.all([oidc.farewell(this.tokens), oidc.probe()]);
    if (!reachable) {
      noteUnheard();
      await this.endAtPlatform();
    }
    this.channel.say({ kind: "signed-out" });
    this.leaveFor(() => this.page.location.assign(reachable ? url : this.boot.base + SIGNED_OUT));
  }

  /** Keycloak tells the platform of a sign-out; where it cannot, the tokens die by this. */
  private async endAtPlatform(): Promise<void> {
    const { access, refresh } = this.tokens ?? {};
    if (!access || !refresh) return;
    await fetch(`${this.boot.base}${API}/auth/logout`, {
      method: "POST",
      headers: { Authorization: `Bearer ${access}`, "Content-Type": "application/json" },
      body: JSON.stringify({ refreshToken: refresh }),
      signal: AbortSignal.timeout(5_000),
    }).catch(() => undefined);
  }

  private take(tokens: Tokens): void {
    this.tokens = tokens;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.renew().catch(() => {}), renewalDelay(tokens.expiresAt, Date.now()));
    this.turn("in");
  }

  /** Nobody is in any more; what was typed is gone from the page before it goes, so that nobody is asked whether to stay. */
  private leaveFor(depart: () => void): void {
    this.tokens = undefined;
    clearTimeout(this.timer);
    this.turn("out");
    setTimeout(depart);
  }

  private listen(): void {
    this.channel.hear((word) => {
      if (word.kind === "arrived") void this.arriveBeside(word.url).catch(() => {});
      else if (this.current !== "out") {
        this.leaveFor(() => this.page.location.replace(this.boot.base + SIGNED_OUT));
      }
    });
    // The browser's Back may bring the page as it was left; who was signed out sees nothing of it.
    this.page.addEventListener("pageshow", (event) => {
      if (event.persisted && this.current !== "in") this.page.location.replace(this.boot.base + "/");
    });
  }

  private require(): Oidc {
    if (!this.oidc) throw new Error("Nobody can sign in without a tenant");
    return this.oidc;
  }

  private fail(reason: string): void {
    this.why = reason;
    this.turn("failed");
  }

  private turn(state: SessionState): void {
    this.current = state;
    this.listeners.forEach((listener) => listener());
  }
}
