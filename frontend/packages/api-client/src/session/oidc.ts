import { ErrorResponse, OidcClient, WebStorageStateStore } from "oidc-client-ts";
import type { RefreshState, SigninResponse } from "oidc-client-ts";
import type { Boot } from "../boot";
import type { Tokens } from "./tokens";
import { isUnheard } from "./unheard";

/** Where the browser comes back to. It lies below `/me`, which no plugin can have. */
export const SIGNED_IN = "/me/signed-in";
/** Where a window comes back to that was opened beside the page. Its name may be lost on the way, so its address says it. */
export const SIGNED_IN_BESIDE = "/me/signed-in/beside";
export const SIGNED_OUT = "/me/signed-out";

/** The end of the way through Keycloak. */
export interface Arrival {
  tokens: Tokens;
  /** The address that the person wanted, without the base. */
  path: string;
}

/** A way to sign in that has been prepared. */
export interface Departure {
  url: string;
  state: string;
}

/** Code + PKCE against the realm of the tenant. */
export interface Oidc {
  /** Whether Keycloak answers. */
  probe(): Promise<boolean>;
  depart(path: string, back?: string): Promise<Departure>;
  arrive(url: string): Promise<Arrival>;
  /** New tokens for old ones; null when there will be none. */
  refresh(old: Tokens): Promise<Tokens | null>;
  farewell(old: Tokens | undefined): Promise<string>;
}

export function createOidc(boot: Boot, issuer: string, origin: string): Oidc {
  const endpoint = `${issuer}/protocol/openid-connect`;
  const client = new OidcClient({
    authority: issuer,
    client_id: boot.clientId,
    redirect_uri: origin + boot.base + SIGNED_IN,
    post_logout_redirect_uri: origin + boot.base + SIGNED_OUT,
    scope: "openid",
    loadUserInfo: false,
    stateStore: new WebStorageStateStore({ store: sessionStorage, prefix: "plexica.sign-in." }),
    // Known beforehand: asking for it would be one more round trip before the first page.
    metadata: {
      issuer,
      authorization_endpoint: `${endpoint}/auth`,
      token_endpoint: `${endpoint}/token`,
      end_session_endpoint: `${endpoint}/logout`,
      jwks_uri: `${endpoint}/certs`,
    },
  });

  return {
    async probe() {
      try {
        const answer = await fetch(`${issuer}/.well-known/openid-configuration`, {
          signal: AbortSignal.timeout(5_000),
        });
        return answer.ok;
      } catch {
        return false;
      }
    },
    async depart(path, back = SIGNED_IN) {
      const request = await client.createSigninRequest({
        state: { path },
        redirect_uri: origin + boot.base + back,
        ...(isUnheard() ? { prompt: "login" } : {}),
      });
      return { url: request.url, state: request.state.id };
    },
    async arrive(url) {
      const response = await client.processSigninResponse(url);
      return { tokens: tokensOf(response), path: pathOf(response.userState) };
    },
    async refresh(old) {
      if (!old.refresh) return null;
      const state: RefreshState = {
        refresh_token: old.refresh,
        ...(old.id ? { id_token: old.id } : {}),
        session_state: null,
        scope: "openid",
        profile: { sub: old.subject } as RefreshState["profile"],
      };
      try {
        return tokensOf(await client.useRefreshToken({ state, timeoutInSeconds: 10 }), old);
      } catch (error) {
        if (error instanceof ErrorResponse) return null;
        throw error;
      }
    },
    async farewell(old) {
      const request = await client.createSignoutRequest({
        id_token_hint: old?.id,
        client_id: boot.clientId,
      });
      return request.url;
    },
  };
}

function tokensOf(response: SigninResponse, before?: Tokens): Tokens {
  return {
    subject: response.profile?.sub ?? before?.subject ?? "",
    access: response.access_token,
    refresh: response.refresh_token ?? before?.refresh,
    id: response.id_token ?? before?.id,
    expiresAt: Date.now() + (response.expires_in ?? 60) * 1000,
  };
}

/** Only ever an address of this application: what comes back from the browser's store is not believed. */
function pathOf(state: unknown): string {
  const path = (state as { path?: unknown } | undefined)?.path;
  return typeof path === "string" && /^\/(?![/\\])/.test(path) ? path : "/";
}
