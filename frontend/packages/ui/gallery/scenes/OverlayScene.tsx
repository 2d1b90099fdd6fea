import { useState } from "react";
import { Bell } from "lucide-react";
import { Button, Dialog, ItemList, Menu, PageHead, Popover, Stack, TextField } from "../../src";

export function OverlayScene() {
  const [open, setOpen] = useState(true);
  const [text, setText] = useState("");
  return (
    <Stack gap={16}>
      <PageHead title="Above the page" />
      <Stack direction="across" gap={8}>
        <Button onClick={() => setOpen(true)}>Disable CRM</Button>
        <Menu
          label="Account"
          text="Account"
          align="start"
          head={<b>Giulia Conti</b>}
          items={[
            { id: "me", label: "Profile", to: "#me" },
            { id: "lock", label: "Lock", disabledReason: "Your admin has switched it off." },
            "line",
            { id: "out", label: "Sign out" },
          ]}
        />
        <Popover label="Notifications" icon={Bell} count={2}>
          <ItemList label="Notifications" items={[{ id: "1", title: "Loyalty is ready", detail: "4 min ago" }]} />
        </Popover>
      </Stack>
      {open && (
        <Dialog
          title="Disable CRM?"
          description="31 people lose its pages at once. Nothing is deleted."
          onClose={() => setOpen(false)}
          actions={
            <>
              <Button onClick={() => setOpen(false)}>Cancel</Button>
              <Button variant="primary" onClick={() => setOpen(false)}>
                Disable CRM
              </Button>
            </>
          }
        >
          <TextField label="Reason" optional value={text} onChange={setText} />
        </Dialog>
      )}
    </Stack>
  );
}
