import { readFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import type { Plugin, ProxyOptions } from "vite";
import { sharedDevUrl } from "./shared.ts";

/** Where the dev server finds the platform, and as whom it serves pages. All from the environment. */
export interface DevSettings {
  platform: string;
  keycloak: string;
  tenant: string | null;
}

export function devSettings(env: NodeJS.ProcessEnv): DevSettings {
  return {
    platform: env["PLEXICA_URL"] ?? "http://localhost:8181",
    keycloak: env["PLEXICA_KEYCLOAK_PUBLIC_URL"] ?? "http://localhost:8180",
    tenant: env["PLEXICA_DEV_TENANT"] ?? null,
  };
}

/** Everything that the platform answers itself, at the root and below `/t/<slug>`. The caller's host is kept: it names the tenant. */
export function devProxy(settings: DevSettings): Record<string, ProxyOptions> {
  const proxied = { target: settings.platform, changeOrigin: false };
  return {
    "^(/t/[^/]+)?/api(/|$)": proxied,
    "^(/t/[^/]+)?/plugins/[^/]+/[^/]+/(ui/|icon$)": proxied,
    "^(/t/[^/]+)?/health(/|$)": proxied,
  };
}

/** What the platform writes into the page; see the `console` bundle. */
export function devBoot(app: "shell" | "admin", host: string, path: string, settings: DevSettings): object {
  const bySlug = /^\/t\/([^/]+)/.exec(path)?.[1];
  const byHost = /^([^.]+)\.localhost(:|$)/.exec(host)?.[1];
  const tenant = app === "admin" ? null : (bySlug ?? byHost ?? settings.tenant);
  const realm = app === "admin" ? "plexica" : tenant && `tenant-${tenant}`;
  return {
    app,
    tenant,
    base: bySlug && app === "shell" ? `/t/${bySlug}` : "",
    issuer: realm && `${settings.keycloak}/realms/${realm}`,
    clientId: "plexica-web",
    publicUrl: `http://${host.replace(/^[^.]+\.localhost/, "localhost")}`,
    version: "dev",
  };
}

function head(boot: object, shared: readonly string[]): string {
  const json = (value: object): string => JSON.stringify(value).replaceAll("<", "\\u003c");
  const imports = Object.fromEntries(shared.map((one) => [one, sharedDevUrl(one)]));
  return (
    `<script type="importmap">${json({ imports })}</script>` +
    `<script type="application/json" id="plexica-boot">${json(boot)}</script>`
  );
}

function wantsPage(request: IncomingMessage): boolean {
  return (
    (request.method === "GET" || request.method === "HEAD") && (request.headers.accept ?? "").includes("text/html")
  );
}

/** Answers every address that is nothing else with the application's page, as the platform does. */
export function devPage(app: "shell" | "admin", shared: readonly string[], settings: DevSettings): Plugin {
  return {
    name: "plexica-dev-page",
    apply: "serve",
    configureServer(server) {
      return () => {
        server.middlewares.use((request, response, next) => {
          if (!wantsPage(request)) return next();
          const path = request.originalUrl ?? "/";
          const boot = devBoot(app, request.headers.host ?? "localhost", path, settings);
          readFile(join(server.config.root, "index.html"), "utf8")
            .then((text) => text.replace("<!--plexica-boot-->", head(boot, shared)))
            .then((text) => server.transformIndexHtml("/index.html", text))
            .then((text) => {
              response.setHeader("Content-Type", "text/html; charset=utf-8");
              response.setHeader("Cache-Control", "no-store");
              response.end(text);
            })
            .catch(next);
        });
      };
    },
  };
}
