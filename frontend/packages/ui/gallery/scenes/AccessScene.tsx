import { useState } from "react";
import { Building2, Copy, UsersRound } from "lucide-react";
import {
  AsidePage,
  Avatar,
  Badge,
  Button,
  Card,
  Combobox,
  IconTile,
  ItemList,
  Key,
  Link,
  PageHead,
  ProgressSteps,
  Stack,
  Verdict,
} from "../../src";

const people = ["Marta Rossi", "Luca Moretti", "Sara Galli"].map((name) => ({
  value: name,
  label: name,
  icon: <Avatar name={name} size={20} />,
}));
const things = ["Delete contacts", "See contacts"].map((name) => ({
  value: name,
  label: name,
  description: "crm:contacts:*",
  icon: <IconTile icon={UsersRound} colour="#c8442c" />,
}));

export function AccessScene() {
  const [who, setWho] = useState<string | null>("Marta Rossi");
  const [what, setWhat] = useState<string | null>("Delete contacts");
  const [which, setWhich] = useState<string | null>("ob");
  return (
    <>
      <PageHead
        title="Why can this user do that?"
        description="Ask about one person and one thing. The answer is the same decision that the platform makes."
      />
      <Stack gap={20}>
        <Card>
          <div className="gallery-ask">
            <Combobox label="Can" options={people} value={who} onChange={setWho} />
            <Combobox label="do this" options={things} value={what} onChange={setWhat} />
            <Combobox
              label="with"
              options={[{ value: "ob", label: "Officine Bianchi", icon: <IconTile icon={Building2} /> }]}
              value={which}
              onChange={setWhich}
            />
            <div>
              <Button variant="primary">Ask</Button>
            </div>
          </div>
        </Card>
        <AsidePage
          aside={
            <>
              <Card title="What would make it a yes">
                <ItemList
                  label="What would make it a yes"
                  items={[
                    {
                      id: "owner",
                      title: <b>Make Marta the owner</b>,
                      detail: "Only for Officine Bianchi",
                      end: <Link to="#c">Open contact</Link>,
                    },
                    {
                      id: "ask",
                      title: <b>Ask Luca to delete it</b>,
                      detail: "He owns it and may",
                      end: <Link to="#l">Copy link</Link>,
                    },
                    {
                      id: "policy",
                      title: <b>Change the policy</b>,
                      detail: "Touches 12 people in 4 workspaces",
                      end: <Link to="#p">Open policy</Link>,
                    },
                  ]}
                />
              </Card>
              <Button variant="quiet" icon={Copy}>
                Copy this answer
              </Button>
            </>
          }
        >
          <Verdict
            answer="no"
            title="No, Marta can’t delete Officine Bianchi."
            trail={
              <ProgressSteps
                label="How the decision was made"
                items={[
                  {
                    id: "gates",
                    state: "done",
                    title: "Marta is active, Acme is active, CRM is enabled in Sales Italy",
                  },
                  {
                    id: "roles",
                    state: "done",
                    title: "Two roles give her the permission",
                    children: (
                      <ItemList
                        label="Roles"
                        lines={false}
                        items={[
                          {
                            id: "lead",
                            title: (
                              <>
                                <Badge>Sales lead</Badge>{" "}
                                <span className="gallery-muted">given by Giulia Conti on 2 March</span>
                              </>
                            ),
                            end: <Key>crm:*</Key>,
                          },
                          {
                            id: "member",
                            title: (
                              <>
                                <Badge>Member</Badge> <span className="gallery-muted">everyone in Acme has it</span>
                              </>
                            ),
                            end: <Key>crm:contacts:delete</Key>,
                          },
                        ]}
                      />
                    ),
                  },
                  {
                    id: "policy",
                    state: "failed",
                    title: "One policy refuses it: Only owners delete contacts",
                    detail: "Refuses when all of these are true. Set by Giulia Conti on 4 October.",
                  },
                  {
                    id: "allow",
                    state: "skipped",
                    title: "Not needed: 1 policy that allows",
                    detail: "A refusal always wins.",
                  },
                ]}
              />
            }
          >
            Her role allows it, but the policy <b>Only owners delete contacts</b> says no here.
          </Verdict>
        </AsidePage>
      </Stack>
    </>
  );
}
