import { useState } from "react";
import { Button, Card, CodeBlock, PageHead, Stack } from "../../src";
import { checkForm, SchemaForm } from "../../src/schema-form";

const schema = {
  type: "object",
  required: ["currency", "sender", "apiKey"],
  properties: {
    currency: { enum: ["EUR", "USD", "CHF"], title: "Currency", description: "For new invoices." },
    sender: { type: "string", format: "email", title: "Sender", description: "Reminders come from here." },
    days: { type: "integer", title: "Days until a reminder", minimum: 1, maximum: 60, default: 14 },
    apiKey: { type: "string", writeOnly: true, title: "API key" },
    quiet: { type: "boolean", title: "No reminders at weekends" },
    tags: { type: "array", title: "Tags", items: { type: "string", title: "Tag", minLength: 2 }, maxItems: 3 },
    delivery: {
      title: "Delivery",
      oneOf: [
        {
          title: "By email",
          type: "object",
          properties: { kind: { const: "email" }, address: { type: "string", format: "email", title: "Address" } },
          required: ["kind", "address"],
        },
        {
          title: "To a web address",
          type: "object",
          properties: {
            kind: { const: "hook" },
            url: { type: "string", format: "uri", title: "Address" },
            retries: { type: "integer" },
          },
          required: ["kind", "url"],
        },
      ],
    },
    address: {
      type: "object",
      title: "Sender’s address",
      properties: { street: { type: "string" }, city: { type: "string" } },
      required: ["city"],
    },
    headers: { type: "object", additionalProperties: { type: "string" }, title: "Further headers" },
  },
};

export function SchemaScene() {
  const [value, setValue] = useState<Record<string, unknown>>({
    sender: "billing",
    tags: ["a"],
    delivery: { kind: "hook" },
  });
  const inherited = { values: { currency: "EUR", days: 30 }, origins: { currency: "tenant", days: "tenant" } };
  return (
    <Stack gap={16}>
      <PageHead title="A form from a schema" />
      <div className="gallery-grid">
        <Card>
          <SchemaForm
            schema={schema}
            value={value}
            onChange={setValue}
            errors={checkForm(schema, value, { inherited: inherited.values })}
            inherited={inherited}
          >
            <div>
              <Button variant="primary">Save configuration</Button>
            </div>
          </SchemaForm>
        </Card>
        <CodeBlock label="Value" code={JSON.stringify(value, null, 2)} />
      </div>
    </Stack>
  );
}
