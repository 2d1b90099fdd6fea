// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { draw, problem, versioned } from "../../../testing";
import { loadNamespaces } from "../../../i18n/i18n";
import { SettingsEditor } from "./SettingsEditor";

const stale = problem(412, "precondition-failed", "It has changed");

/** The editor of settings that somebody else saves meanwhile: as they are then, and what was sent of them with which version. */
async function edit(typed: object, now: unknown) {
  await loadNamespaces("settings");
  const sent: unknown[] = [];
  const patch = ({ headers, body }: RequestInit) => {
    const version = new Headers(headers).get("If-Match");
    sent.push([version, JSON.parse(body as string)]);
    return version === "1" ? stale : versioned({ custom: { saved: true } }, "3");
  };
  await draw(<SettingsEditor start={{ custom: { old: 1 } }} etag="1" />, {
    "PATCH /settings": patch,
    "GET /settings": now,
  });
  fireEvent.change(screen.getByRole("textbox"), { target: { value: JSON.stringify(typed) } });
  fireEvent.click(screen.getByRole("button", { name: "Save changes" }));
  return sent;
}

it("keeps what somebody else has saved beside it", async () => {
  const sent = await edit({ custom: { old: 1, mine: 2 } }, versioned({ custom: { old: 1, theirs: 3 } }, "2"));
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toEqual(["2", { custom: { mine: 2 } }]);
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("asks where both have changed the same, and then changes nothing else of theirs", async () => {
  const sent = await edit({ custom: { old: 5 } }, versioned({ custom: { old: 7, theirs: 3 } }, "2"));
  fireEvent.click(await screen.findByRole("button", { name: "Save mine" }));
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toEqual(["2", { custom: { old: 5 } }]);
});

it("says so when it cannot be found out what they have saved", async () => {
  await edit({ custom: { old: 5 } }, problem(503, "unavailable", "The database is away"));
  await screen.findByText("The database is away");
});

it("asks what to do where it is refused again and again, as by something on the way that changes versions", async () => {
  await loadNamespaces("settings");
  const { asked } = await draw(<SettingsEditor start={{ custom: { old: 1 } }} etag="1" />, {
    "PATCH /settings": stale,
    "GET /settings": () => versioned({ custom: { old: 1 } }, "1-gzip"),
  });
  fireEvent.change(screen.getByRole("textbox"), { target: { value: '{"custom":{"old":2}}' } });
  fireEvent.click(screen.getByRole("button", { name: "Save changes" }));
  await screen.findByRole("dialog");
  expect(asked.filter((call) => call === "PATCH /settings")).toHaveLength(3);
});

it("takes nothing that is typed while it is saved, since the answer would replace it", async () => {
  await loadNamespaces("settings");
  let answer = (_: Response): void => {};
  const saved = new Promise<Response>((done) => (answer = done));
  await draw(<SettingsEditor start={{ custom: { old: 1 } }} etag="1" />, { "PATCH /settings": () => saved });
  const text = screen.getByRole<HTMLTextAreaElement>("textbox");
  fireEvent.change(text, { target: { value: '{"custom":{"old":2}}' } });
  fireEvent.click(screen.getByRole("button", { name: "Save changes" }));
  expect(text.readOnly).toBe(true);
  answer(versioned({ custom: { old: 2 } }, "2"));
  await waitFor(() => expect(text.readOnly).toBe(false));
  expect(JSON.parse(text.value)).toEqual({ custom: { old: 2 } });
});
