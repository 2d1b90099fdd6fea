// @vitest-environment jsdom
import { act, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { draw, problem, versioned } from "../../../testing";
import { draftOf } from "../model/draft";
import { useGeneral } from "./useGeneral";

const stale = problem(412, "precondition-failed", "It has changed");
const start = draftOf({ general: { language: "it" } }, {});

/** The form without its fields, on a platform that refuses the version of what is saved so many times. */
async function form(refusals: number, meanwhile = (): void => {}) {
  const held: { form?: ReturnType<typeof useGeneral> } = {};
  function Form() {
    held.form = useGeneral(start, "1");
    return <p>{held.form.theirs ? "Conflict" : held.form.draft.website}</p>;
  }
  const sent: unknown[] = [];
  const patch = ({ body }: RequestInit) => {
    sent.push(JSON.parse(body as string));
    if (sent.length === 1) meanwhile();
    return sent.length > refusals ? versioned({}, "9") : stale;
  };
  await draw(<Form />, {
    "PATCH /settings": patch,
    "GET /settings": () => versioned({ general: { language: "it" } }, "1-gzip"),
    "GET /settings/theme": {},
  });
  act(() => held.form!.change({ contactEmail: "a@acme.example" }));
  return { sent, now: () => held.form! };
}

it("merges twice by itself, and then asks", async () => {
  const { sent, now } = await form(Infinity);
  await act(async () => expect(await now().save()).toBe(false));
  expect(screen.getByText("Conflict")).toBeTruthy();
  expect(sent).toHaveLength(3);
});

it("is saved where two merges are enough, and keeps what was typed meanwhile", async () => {
  const { sent, now } = await form(2, () => act(() => now().change({ website: "https://acme.example" })));
  await act(async () => expect(await now().save()).toBe(true));
  await waitFor(() => expect(screen.getByText("https://acme.example")).toBeTruthy());
  expect(sent).toHaveLength(3);
  expect(sent[2]).toEqual({ general: { contactEmail: "a@acme.example" } });
  expect(now().changed).toEqual(["website"]);
});
