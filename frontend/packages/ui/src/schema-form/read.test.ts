import { describe, expect, it } from "vitest";
import type { Node } from "./model";
import { readSchema } from "./read";

function field(schema: unknown, key: string, secrets: string[] = []): Node | undefined {
  return readSchema(schema, { secrets }).fields.find((one) => one.key === key)?.node;
}
const object = (properties: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  type: "object",
  properties,
  ...more,
});

describe("a schema read into a form", () => {
  it("has words for each field, from its title or its key", () => {
    expect(field(object({ maxRetries: { type: "integer" } }), "maxRetries")).toMatchObject({
      kind: "number",
      integer: true,
      title: "Max retries",
      required: false,
    });
    expect(field(object({ a: { type: "string", title: "Sender" } }, { required: ["a"] }), "a")).toMatchObject({
      kind: "text",
      title: "Sender",
      required: true,
    });
  });

  it("hides what is secret, by the schema or by the manifest", () => {
    expect(field(object({ key: { type: "string", writeOnly: true } }), "key")).toMatchObject({ secret: true });
    expect(field(object({ key: { type: "string", default: "x" } }), "key", ["key"])).toMatchObject({
      secret: true,
      default: undefined,
    });
  });

  it("offers given values with their titles", () => {
    const schema = object({
      plain: { enum: ["a", 1, null] },
      titled: {
        oneOf: [
          { const: "EUR", title: "Euro" },
          { const: "USD", title: "Dollar" },
        ],
      },
    });
    expect(field(schema, "plain")).toMatchObject({
      kind: "choice",
      options: [{ label: "a" }, { label: "1" }, { label: "null" }],
    });
    expect(field(schema, "titled")).toMatchObject({ kind: "choice", options: [{ value: "EUR", label: "Euro" }, {}] });
  });

  it("asks which one first where there are several, and not for what tells them apart", () => {
    const node = field(
      object({
        delivery: {
          oneOf: [
            { title: "By email", ...object({ kind: { const: "email" }, to: { type: "string" } }) },
            object({ kind: { const: "hook" }, url: { type: "string" } }),
          ],
        },
      }),
      "delivery",
    );
    expect(node).toMatchObject({
      kind: "variant",
      variants: [
        { label: "By email", constants: { kind: "email" }, node: { fields: [{ key: "to" }] } },
        { label: "hook", constants: { kind: "hook" } },
      ],
    });
  });

  it("follows references inside the document and puts parts together", () => {
    const schema = {
      $defs: { address: object({ city: { type: "string" } }, { required: ["city"] }) },
      ...object({ home: { $ref: "#/$defs/address", title: "Home" } }),
      allOf: [object({ more: { type: "boolean" } })],
    };
    expect(field(schema, "home")).toMatchObject({
      kind: "group",
      title: "Home",
      fields: [{ key: "city", node: { required: true } }],
    });
    expect(field(schema, "more")).toMatchObject({ kind: "boolean" });
  });

  it("takes JSON where it knows no field, and never throws", () => {
    const circle = {
      $defs: { tree: object({ child: { $ref: "#/$defs/tree" } }) },
      ...object({ tree: { $ref: "#/$defs/tree" } }),
    };
    expect(field(circle, "tree")).toMatchObject({ kind: "group" });
    expect(field(object({ map: { type: "object", additionalProperties: { type: "string" } } }), "map")).toMatchObject({
      kind: "json",
      type: "object",
    });
    expect(field(object({ out: { $ref: "https://example.org/s.json" } }), "out")).toMatchObject({ kind: "json" });
    expect(field(object({ pair: { type: "array", prefixItems: [{}] } }), "pair")).toMatchObject({
      kind: "json",
      type: "array",
    });
    for (const odd of [
      null,
      7,
      "x",
      [],
      { type: 3 },
      { properties: 3 },
      { oneOf: "x" },
      { $ref: "#" },
      { allOf: [{ $ref: "#" }] },
    ]) {
      expect(readSchema(odd).kind).toBe("group");
    }
  });

  it("takes null as nothing set", () => {
    expect(field(object({ a: { type: ["string", "null"] } }), "a")).toMatchObject({ kind: "text" });
    expect(
      field(object({ a: { anyOf: [{ type: "integer" }, { type: "null" }] } }, { required: ["a"] }), "a"),
    ).toMatchObject({
      kind: "number",
      required: false,
    });
  });
});
