import { expect, it } from "vitest";
import { changed, inTurn, muting, sound } from "./preferences";

it("takes back that one plugin was muted, and nothing that was muted since", () => {
  const one = changed({ mode: "dark" }, muting("crm", true));
  const both = changed(one, muting("analytics", true));
  expect(both).toEqual({ mode: "dark", muted: ["crm", "analytics"] });
  expect(changed(both, muting("crm", false))).toEqual({ mode: "dark", muted: ["analytics"] });
});

it("mutes nothing twice, and lets be heard what was never muted", () => {
  expect(changed({ muted: ["crm"] }, muting("crm", true))).toEqual({ muted: ["crm"] });
  expect(changed({}, muting("crm", false))).toEqual({ muted: [] });
});

it("sets what does not hang on what was set", () => {
  expect(changed({ language: "en", mode: "dark" }, { language: "it" })).toEqual({ language: "it", mode: "dark" });
});

it("keeps changes one after the other, also after one that could not be kept", async () => {
  const done: string[] = [];
  const slow = inTurn(() => new Promise<void>((resolve) => setTimeout(resolve)).then(() => void done.push("first")));
  const failed = inTurn(() => Promise.reject(new Error("no")));
  const next = inTurn(async () => void done.push("next"));
  await expect(failed).rejects.toThrow("no");
  await Promise.all([slow, next]);
  expect(done).toEqual(["first", "next"]);
});

it("passes over what others have written in shapes that it cannot read, and keeps what it does not know", () => {
  const strange = {
    language: "xx",
    timeZone: "Mars/North",
    mode: 1,
    letterKeys: null,
    muted: "crm",
    widgets: { a: [null] },
  };
  expect(sound({ ...strange, notifications: { mail: false } } as never)).toEqual({ notifications: { mail: false } });
  const fine = { language: "it", timeZone: "Europe/Rome", muted: ["crm"], widgets: { a: [{ id: "crm/w" }] } } as const;
  expect(sound(fine as never)).toEqual(fine);
  expect(changed(strange as never, muting("crm", true))).toEqual({ muted: ["crm"] });
});
