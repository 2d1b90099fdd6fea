import { expect, test } from "vitest";
import { EventParser } from "./sse";

test("events are cut wherever the pieces of the stream end", () => {
  const text = 'id: 7\nevent: rights\ndata: {"a":1}\n\n: still here\n\ndata: one\ndata: two\n\n';
  for (let size = 1; size <= text.length; size++) {
    const parser = new EventParser();
    const events = [];
    for (let at = 0; at < text.length; at += size) events.push(...parser.push(text.slice(at, at + size)));
    expect(events).toEqual([
      { id: "7", event: "rights", data: '{"a":1}' },
      { id: "7", event: "message", data: "one\ntwo" },
    ]);
  }
});

test("all ends of lines count, also one that comes in two pieces", () => {
  const parser = new EventParser();
  expect(parser.push("data: a\r")).toEqual([]);
  expect(parser.push("\ndata: b\r\n\r\n")).toEqual([{ id: undefined, event: "message", data: "a\nb" }]);
});

test("an event without data is none", () => {
  expect(new EventParser().push("event: hello\n\n")).toEqual([]);
});
