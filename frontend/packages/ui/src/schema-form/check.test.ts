import { describe, expect, it } from "vitest";
import { checkForm, errorsOf } from ".";
import { withValue } from "./pointer";
import { hasFormat } from "./formats";

const schema = {
  type: "object",
  required: ["sender", "key"],
  properties: {
    sender: { type: "string", format: "email" },
    key: { type: "string", writeOnly: true },
    days: { type: "integer", minimum: 1, maximum: 60 },
    share: { type: "number", multipleOf: 0.1 },
    code: { type: "string", pattern: "^[A-Z]{2}$", maxLength: 2 },
    broken: { type: "string", pattern: "([" },
    tags: { type: "array", items: { type: "string", minLength: 2 }, maxItems: 2, uniqueItems: true },
    place: { type: "object", required: ["city"], properties: { city: { type: "string" } } },
    to: {
      oneOf: [
        {
          type: "object",
          required: ["kind", "mail"],
          properties: { kind: { const: "mail" }, mail: { type: "string" } },
        },
        {
          type: "object",
          required: ["kind", "url"],
          properties: { kind: { const: "hook" }, url: { type: "string", format: "uri" } },
        },
      ],
    },
    map: { type: "object", additionalProperties: true },
  },
};
const good = { sender: "a@example.org", key: "s" };
const wrong = (value: Record<string, unknown>) => checkForm(schema, { ...good, ...value });

describe("a value checked against its form", () => {
  it("may be right", () => {
    expect(
      wrong({
        days: 7,
        share: 0.3,
        code: "IT",
        tags: ["aa", "bb"],
        place: { city: "Rome" },
        to: { kind: "hook", url: "https://x.example" },
        map: {},
      }),
    ).toEqual({});
  });

  it("says what is needed, unless it is stored or comes from elsewhere", () => {
    expect(Object.keys(checkForm(schema, {}))).toEqual(["/sender", "/key"]);
    expect(checkForm(schema, {}, { storedSecrets: ["/key"], inherited: { sender: "b@example.org" } })).toEqual({});
  });

  it("says in words what is wrong, at the place", () => {
    expect(wrong({ sender: "billing" })).toEqual({ "/sender": "Write an email address, such as name@example.org." });
    expect(wrong({ days: 61 })).toEqual({ "/days": "Type 60 or less." });
    expect(wrong({ days: 1.5 })).toEqual({ "/days": "Type a whole number." });
    expect(wrong({ share: 0.25 })).toEqual({ "/share": "Type a multiple of 0.1." });
    expect(wrong({ code: "ITA" })).toEqual({ "/code": "Write at most 2 characters; these are 3." });
    expect(wrong({ tags: ["aa", "b"] })).toEqual({ "/tags/1": "Write at least 2 characters." });
    expect(wrong({ tags: ["aa", "aa"] })["/tags"]).toMatch(/twice/);
    expect(wrong({ place: {} })).toEqual({ "/place/city": "This is needed." });
    expect(wrong({ map: [] })).toEqual({ "/map": "This must be JSON of type object." });
  });

  it("never says that exactly one schema must match", () => {
    expect(wrong({ to: { kind: "hook" } })).toEqual({ "/to/url": "This is needed." });
    expect(wrong({ to: { kind: "other" } })).toEqual({ "/to": "Choose one of these." });
  });

  it("leaves to the server what a browser cannot check", () => {
    expect(wrong({ broken: "x" })).toEqual({});
  });
});

describe("the errors of a problem", () => {
  it("come to the fields they are about", () => {
    expect(errorsOf({ errors: [{ pointer: "/values/days", message: "too many" }] })).toEqual({ "/days": "too many" });
    expect(errorsOf(null)).toEqual({});
  });
});

describe("formats", () => {
  it.each([
    ["date", "2026-02-28", "2026-02-30"],
    ["date-time", "2026-11-28T14:30:00Z", "2026-11-28"],
    ["uri", "https://example.org/a", "example"],
    ["hostname", "mail.example.org", "-a"],
    ["uuid", "123e4567-e89b-12d3-a456-426614174000", "123"],
    ["ipv4", "192.0.2.1", "300.1.1.1"],
  ])("know a %s", (format, right, not) => {
    expect(hasFormat(right, format)).toBe(true);
    expect(hasFormat(not, format)).toBe(false);
  });
});

describe("a value made anew", () => {
  it("leaves the old one as it was, and drops what is not set", () => {
    const before = { a: { b: 1 }, c: 2 };
    expect(withValue(before, ["a", "b"], undefined)).toEqual({ c: 2 });
    expect(withValue(before, ["l", 0], "x")).toEqual({ a: { b: 1 }, c: 2, l: ["x"] });
    expect(before).toEqual({ a: { b: 1 }, c: 2 });
    expect(Object.getPrototypeOf(withValue({}, ["__proto__"], { x: 1 }))).toBe(Object.prototype);
  });
});
