import { fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { draw } from "../testing";
import { checkForm, SchemaForm, type SchemaFormProps } from ".";

const schema = {
  type: "object",
  required: ["sender"],
  properties: {
    sender: { type: "string", format: "email", title: "Sender" },
    days: { type: "integer", title: "Days" },
    key: { type: "string", writeOnly: true, title: "API key" },
    to: {
      title: "Delivery",
      oneOf: [
        {
          title: "By email",
          type: "object",
          properties: { kind: { const: "mail" }, mail: { type: "string", title: "Mailbox" } },
        },
        {
          title: "To a hook",
          type: "object",
          properties: { kind: { const: "hook" }, url: { type: "string", title: "Hook" } },
        },
      ],
    },
    map: { type: "object", additionalProperties: true, title: "Headers" },
  },
};
let last: Record<string, unknown> = {};

function Page(more: Partial<SchemaFormProps> & { start?: Record<string, unknown> }) {
  const [value, setValue] = useState<Record<string, unknown>>(more.start ?? {});
  last = value;
  return <SchemaForm schema={schema} value={value} onChange={setValue} errors={checkForm(schema, value)} {...more} />;
}
const type = (label: RegExp, text: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });

describe("a form from a schema", () => {
  it("writes what is typed and says beside the field what is wrong", () => {
    draw(<Page />);
    type(/Sender/, "billing");
    type(/Days/, "14");
    expect(last).toEqual({ sender: "billing", days: 14 });
    const sender = screen.getByLabelText(/Sender/);
    const described = sender.getAttribute("aria-describedby") ?? "";
    expect(document.getElementById(described.split(" ")[0] ?? "")?.textContent).toContain("email address");
  });

  it("asks for a choice first, then for its fields", () => {
    draw(<Page />);
    expect(screen.queryByLabelText(/Hook/)).toBeNull();
    fireEvent.click(screen.getByLabelText("To a hook"));
    type(/Hook/, "https://x.example");
    expect(last.to).toEqual({ kind: "hook", url: "https://x.example" });
    fireEvent.click(screen.getByLabelText("By email"));
    expect(last.to).toEqual({ kind: "mail" });
  });

  it("never shows a secret, and leaves a stored one alone", () => {
    draw(<Page storedSecrets={["/key"]} />);
    expect(screen.getByText("Stored")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Replace: API key" }));
    type(/API key/, "s3cret");
    expect(last.key).toBe("s3cret");
    fireEvent.click(screen.getByRole("button", { name: "Keep the stored one" }));
    expect("key" in last).toBe(false);
  });

  it("shows where a value comes from, and the way back to it", () => {
    draw(
      <Page
        start={{ days: 3 }}
        inherited={{ values: { days: 30, sender: "a@b.example" }, origins: { days: "tenant", sender: "tenant" } }}
      />,
    );
    expect((screen.getByLabelText(/Sender/) as HTMLInputElement).value).toBe("a@b.example");
    expect(screen.getByText("From the tenant")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Use tenant’s" }));
    expect(last).toEqual({});
  });

  it("lets nobody save past what is no number", () => {
    draw(<Page />);
    type(/Days/, "many");
    expect(checkForm(schema, { sender: "a@b.example", ...last })).toEqual({ "/days": "Type a number." });
    expect((screen.getByLabelText(/Days/) as HTMLInputElement).value).toBe("many");
  });

  it("takes only JSON where it has no field", () => {
    draw(<Page />);
    type(/Headers/, '{"a": 1');
    expect(checkForm(schema, { sender: "a@b.example", ...last })["/map"]).toMatch(/not JSON yet/);
    expect(screen.getByText(/not JSON yet/)).toBeTruthy();
    type(/Headers/, '{"a": 1}');
    expect(last).toEqual({ map: { a: 1 } });
  });
});
