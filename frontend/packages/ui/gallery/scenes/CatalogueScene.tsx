import { useState } from "react";
import {
  ArrowUp,
  BadgeCheck,
  Check,
  Clock,
  CreditCard,
  FilePen,
  Gift,
  LifeBuoy,
  Lock,
  Star,
  Timer,
  TrendingUp,
  UsersRound,
  Warehouse,
  type LucideIcon,
} from "lucide-react";
import {
  Banner,
  Button,
  ButtonLink,
  Card,
  CardGrid,
  ChipGroup,
  Icon,
  IconTile,
  Link,
  PageHead,
  SearchField,
  Select,
  StateBadge,
  Switch,
  Tabs,
  Toolbar,
} from "../../src";

const plugins: [string, string, LucideIcon, string, string, string][] = [
  ["CRM", "Plexica", UsersRound, "#c8442c", "Contacts, companies and deals, shared by your team.", "upgrade"],
  [
    "Billing",
    "Plexica",
    CreditCard,
    "#267350",
    "Invoices, plans and usage, with reminders that send themselves.",
    "installed",
  ],
  ["Analytics", "Plexica", TrendingUp, "#5b4bb5", "Charts and reports over what your other plugins know.", "installed"],
  [
    "Helpdesk",
    "Northwind Labs",
    LifeBuoy,
    "#205fa6",
    "One inbox for questions from customers, with answers you can reuse.",
    "install",
  ],
  [
    "Contracts",
    "Studio Lume",
    FilePen,
    "#54606d",
    "Write, sign and find contracts; reminds you before they end.",
    "install",
  ],
  ["Timesheets", "Hourglass", Timer, "#0f7f76", "Hours by person and project, approved in one click.", "install"],
  ["Warehouse", "Northwind Labs", Warehouse, "#7d5b3a", "Stock, locations and deliveries over several sites.", "plan"],
  [
    "Surveys",
    "Plexica",
    Gift,
    "#a33a78",
    "Short questions to customers. Ends 31 March 2027; Helpdesk takes over.",
    "old",
  ],
];

function State({ name, state }: { name: string; state: string }) {
  if (state === "upgrade")
    return (
      <StateBadge tone="accent" icon={ArrowUp}>
        Upgrade
      </StateBadge>
    );
  if (state === "installed")
    return (
      <StateBadge tone="good" icon={Check}>
        Installed
      </StateBadge>
    );
  if (state === "plan")
    return (
      <StateBadge tone="neutral" icon={Lock}>
        Enterprise
      </StateBadge>
    );
  if (state === "old")
    return (
      <StateBadge tone="warning" icon={Clock}>
        Deprecated
      </StateBadge>
    );
  return (
    <Button size="small" aria-label={`Install ${name}`}>
      Install
    </Button>
  );
}

export function CatalogueScene() {
  const [text, setText] = useState("");
  const [category, setCategory] = useState("all");
  const [mine, setMine] = useState(false);
  const [order, setOrder] = useState("used");
  const categories = ["All", "Sales", "Finance", "Insight", "Customer care", "Operations", "People"];
  return (
    <>
      <PageHead
        title="Plugins"
        description="Add what your people need. Nothing changes before you have seen a preview."
        tabs={
          <Tabs
            id="plugins"
            label="Plugins"
            selected="discover"
            items={[
              { id: "discover", label: "Discover", to: "#discover" },
              { id: "installed", label: "Installed", count: 3, to: "#installed" },
              { id: "upgrades", label: "Upgrades", count: 1, to: "#upgrades" },
            ]}
          />
        }
      />
      <Toolbar
        end={
          <>
            <Switch label="In my plan" checked={mine} onChange={setMine} />
            <Select
              label="Order"
              hideLabel
              value={order}
              onChange={setOrder}
              options={[
                { value: "used", label: "Most used" },
                { value: "new", label: "Newest" },
              ]}
            />
          </>
        }
      >
        <SearchField label="Search plugins" value={text} onChange={setText} />
        <ChipGroup
          label="Category"
          value={category}
          onChange={setCategory}
          options={categories.map((name) => ({ value: name.toLowerCase(), label: name }))}
        />
      </Toolbar>
      <Banner
        icon={<IconTile icon={Gift} colour="#b5730b" size={56} />}
        eyebrow="Goes well with CRM"
        title="Loyalty"
        actions={
          <>
            <ButtonLink to="/loyalty" variant="quiet">
              Details
            </ButtonLink>
            <Button variant="primary">Install Loyalty</Button>
          </>
        }
      >
        Cards and points for the contacts you already have. Adds a tab to each contact and a widget to Home.
      </Banner>
      <div style={{ height: 16 }} />
      <CardGrid label="Plugins" least={240}>
        {plugins.map(([name, by, icon, colour, text, state]) => (
          <Card key={name}>
            <div className="gallery-plugin">
              <div className="gallery-head-line">
                <IconTile icon={icon} colour={colour} size={40} />
                <div>
                  <h2>
                    <Link look="plain" to={`/plugins/${name}`}>
                      {name}
                    </Link>
                  </h2>
                  <span className="gallery-line">
                    {by} <Icon of={BadgeCheck} size={14} />
                  </span>
                </div>
              </div>
              <p>{text}</p>
              <div className="gallery-line">
                <span className="gallery-line">
                  <Icon of={Star} size={14} /> 4.7 · 96 tenants
                </span>
                <State name={name} state={state} />
              </div>
            </div>
          </Card>
        ))}
      </CardGrid>
    </>
  );
}
