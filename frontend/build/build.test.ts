import { expect, test } from "vitest";
import { devBoot } from "./dev.ts";
import { describe } from "./manifest.ts";

const settings = { platform: "", keycloak: "http://kc", tenant: "globex" };

test("the dev server finds the tenant by path, by host, and by what it was told, in this order", () => {
  expect(devBoot("shell", "acme.localhost:5173", "/t/initech/me", settings)).toMatchObject({
    tenant: "initech",
    base: "/t/initech",
    issuer: "http://kc/realms/tenant-initech",
  });
  expect(devBoot("shell", "acme.localhost:5173", "/me", settings)).toMatchObject({ tenant: "acme", base: "" });
  expect(devBoot("shell", "localhost:5173", "/", settings)).toMatchObject({ tenant: "globex" });
  expect(devBoot("admin", "admin.localhost:5174", "/", settings)).toMatchObject({
    tenant: null,
    issuer: "http://kc/realms/plexica",
  });
});

test("a build says what loads first, what is shared, and the hash of everything", () => {
  const chunk = (fileName: string, name: string, imports: string[] = [], isEntry = false) =>
    ({ type: "chunk", fileName, name, imports, isEntry, code: fileName }) as const;
  const manifest = describe(
    [
      chunk("shell/shell-1.js", "shell", ["shell/a.js"], true),
      chunk("shell/a.js", "a", ["shell/b.js"]),
      chunk("shell/b.js", "b"),
      chunk("shell/frame-1.js", "frame", [], true),
      chunk("shell/shared-react-1.js", "shared-react", [], true),
      { type: "asset", fileName: "shell/style.css", source: "x" },
      { type: "asset", fileName: "shell/font.woff2", source: "x" },
    ],
    "/console/",
    "shell",
    "frame",
    ["react"],
  );
  expect(manifest.entry).toBe("/console/shell/shell-1.js");
  expect(manifest.preload).toEqual(["/console/shell/a.js", "/console/shell/b.js"]);
  expect(manifest.imports).toEqual({ react: "/console/shell/shared-react-1.js" });
  expect(manifest.frame?.entry).toBe("/console/shell/frame-1.js");
  expect(Object.keys(manifest.integrity)).toHaveLength(6);
  expect(manifest.integrity["/console/shell/style.css"]).toMatch(/^sha384-[A-Za-z0-9+/]{64}$/);
});
