import { useState } from "react";
import { Plus, Trash2 } from "lucide-react";
import {
  Button,
  Card,
  Checkbox,
  Combobox,
  ConfirmByTyping,
  FormSection,
  IconButton,
  NumberField,
  PageHead,
  RadioGroup,
  SecretField,
  Select,
  Stack,
  Switch,
  TextArea,
  TextField,
  Tooltip,
} from "../../src";

export function FormsScene() {
  const [text, setText] = useState("Acme Industries");
  const [count, setCount] = useState<number | null>(25);
  const [secret, setSecret] = useState<string | undefined>();
  const [plan, setPlan] = useState("pro");
  const [who, setWho] = useState<string | null>(null);
  const [on, setOn] = useState(true);
  const [data, setData] = useState<"keep" | "delete">("keep");
  return (
    <Stack gap={16}>
      <PageHead title="Forms" />
      <Stack direction="across" gap={8}>
        <Button variant="primary" icon={Plus}>
          New tenant
        </Button>
        <Button>Import</Button>
        <Button variant="quiet">Cancel</Button>
        <Button variant="danger" icon={Trash2}>
          Delete Acme
        </Button>
        <Button variant="primary" busy>
          Save
        </Button>
        <Button disabledReason="Fill in the name first">Save</Button>
        <Button size="small">Try again</Button>
        <Tooltip text="Opens the list of people">
          <IconButton icon={Plus} label="Add a person" />
        </Tooltip>
      </Stack>
      <div className="gallery-grid">
        <Card title="Fields">
          <Stack gap={16}>
            <TextField label="Name" value={text} onChange={setText} help="Shown to everybody in the tenant." />
            <TextField
              label="Slug"
              mono
              value="acme"
              onChange={() => undefined}
              after=".plexica.example"
              error="Another tenant has this one. Try “acme-2”."
            />
            <NumberField label="Most users" value={count} onChange={setCount} integer unit="people" optional />
            <Select
              label="Plan"
              value={plan}
              onChange={setPlan}
              options={[
                { value: "free", label: "Free" },
                { value: "pro", label: "Pro" },
              ]}
            />
            <Combobox
              label="Owner"
              value={who}
              onChange={setWho}
              placeholder="Name or email"
              options={["Marta Rossi", "Luca Moretti"].map((name) => ({ value: name, label: name }))}
            />
          </Stack>
        </Card>
        <Card title="More fields">
          <Stack gap={16}>
            <SecretField label="API key" stored value={secret} onChange={setSecret} />
            <TextArea label="Note" optional value="" onChange={() => undefined} />
            <Checkbox label="Send an invitation" help="By email, in their language." checked={on} onChange={setOn} />
            <Switch
              spread
              label="Single letters act"
              help="G H goes Home, N makes something new."
              checked={on}
              onChange={setOn}
            />
          </Stack>
        </Card>
        <Card title="Uninstall CRM">
          <FormSection title="What happens to its data" headingLevel={3}>
            <RadioGroup
              boxed
              hideLabel
              label="What happens to its data"
              value={data}
              onChange={setData}
              options={[
                { value: "keep", label: "Keep its data", help: "8,214 contacts, 55 deals" },
                {
                  value: "delete",
                  label: "Delete its data for ever",
                  children: (
                    <ConfirmByTyping
                      word="crm"
                      action="Uninstall CRM and delete its data"
                      onConfirm={() => undefined}
                    />
                  ),
                },
              ]}
            />
          </FormSection>
        </Card>
      </div>
    </Stack>
  );
}
