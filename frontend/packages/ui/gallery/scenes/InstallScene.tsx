import { useState } from "react";
import { Database, Eye, Gift, LayoutPanelTop, Pencil, Radio, ShieldCheck } from "lucide-react";
import {
  ActionBar,
  AsidePage,
  Button,
  Icon,
  IconTile,
  PageHead,
  PermissionList,
  Stack,
  Steps,
  Switch,
} from "../../src";

const roles = (granted: number) => ["Admin", "Member", "Viewer"].map((name, at) => ({ name, granted: at < granted }));

export function InstallScene() {
  const [keys, setKeys] = useState(false);
  return (
    <>
      <AsidePage
        side="start"
        aside={
          <Stack gap={24}>
            <div className="gallery-head-line">
              <IconTile icon={Gift} colour="#b5730b" size={36} />
              <div>
                <b>Install Loyalty</b>
                <div className="gallery-muted">1.2.0 · Plexica</div>
              </div>
            </div>
            <Steps
              label="Install Loyalty"
              current="can"
              items={[
                { id: "overview", title: "Overview", note: "What Loyalty is for", to: "#overview" },
                { id: "can", title: "What it can do", note: "4 new permissions" },
                { id: "configuration", title: "Configuration", note: "3 settings" },
                { id: "review", title: "Review", note: "Everything that will change" },
                { id: "install", title: "Install", note: "About 10 seconds" },
              ]}
            />
          </Stack>
        }
      >
        <PageHead
          title="What Loyalty will be able to do"
          description="31 people in Acme get something new. You can change who gets what at any time, under Access."
          actions={<Switch label="Show keys" checked={keys} onChange={setKeys} />}
        />
        <PermissionList
          title="Your people may"
          showKeys={keys}
          items={[
            {
              id: "loyalty:cards:read",
              icon: Eye,
              title: "See cards and points",
              detail: "On the contact, in lists and in search",
              roles: roles(3),
              people: 31,
            },
            {
              id: "loyalty:points:write",
              icon: Gift,
              title: "Give and take points",
              detail: "By hand, with a reason that stays in the history",
              roles: roles(2),
              people: 24,
            },
            {
              id: "loyalty:rules:write",
              icon: Pencil,
              title: "Change the rules that earn points",
              detail: "Applies to purchases from then on",
              roles: roles(1),
              people: 3,
            },
            {
              id: "loyalty:cards:close",
              title: "Close a card and erase its points",
              detail: "The customer loses the balance",
              roles: roles(1),
              people: 3,
              irreversible: true,
            },
          ]}
        />
        <PermissionList
          title="The plugin itself will"
          items={[
            {
              id: "data",
              icon: Database,
              title: "Keep its own data",
              detail: "Cards, points and rules, apart from other plugins and other tenants",
            },
            {
              id: "events",
              icon: Radio,
              title: "Listen to CRM and Billing",
              detail: "New contacts and paid invoices, to give points by itself",
            },
            {
              id: "screens",
              icon: LayoutPanelTop,
              title: "Add to the screens you know",
              detail: "A Loyalty page, a tab on contacts, a widget on Home, one entry in New",
            },
          ]}
        />
        <div className="gallery-line" style={{ justifyContent: "start" }}>
          <Icon of={ShieldCheck} /> Certified by Plexica on 3 November 2026. Install only from publishers you trust.
        </div>
      </AsidePage>
      <ActionBar start={<Button variant="quiet">Cancel</Button>} note="Nothing has changed yet">
        <Button>Back</Button>
        <Button variant="primary">Continue to configuration</Button>
      </ActionBar>
    </>
  );
}
