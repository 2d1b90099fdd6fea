import { Button, IconTile, NoticeCard, TextField } from "@plexica/ui";
import { Building2 } from "lucide-react";
import { useState } from "react";
import type { FormEvent } from "react";
import { useT } from "../../i18n/useT";
import { keepOrganisation, lastOrganisation, organisationOf } from "./organisation";
import "../../frame/frame.css";

/** Where the address names no organisation: asks for it, and leads there. */
export function Organisation() {
  const t = useT();
  const [typed, setTyped] = useState(lastOrganisation);
  const [wrong, setWrong] = useState(false);

  const open = (event: FormEvent): void => {
    event.preventDefault();
    const slug = organisationOf(typed, location.hostname);
    setWrong(slug === null);
    if (slug === null) return;
    keepOrganisation(slug);
    location.assign(`/t/${slug}/`);
  };
  return (
    <main className="px-alone">
      <NoticeCard
        headingLevel={1}
        icon={<IconTile size={52} icon={Building2} />}
        title={t("outside.noTenant")}
        text={t("outside.noTenantText")}
        actions={
          <form className="sh-organisation" noValidate onSubmit={open}>
            <TextField
              label={t("outside.organisation")}
              help={t("outside.organisationHelp", { example: `${location.host}/t/acme` })}
              value={typed}
              placeholder="acme"
              autoComplete="organization"
              spellCheck={false}
              error={wrong ? t("outside.organisationWrong") : undefined}
              onChange={setTyped}
            />
            <Button type="submit" variant="primary">
              {t("outside.organisationOpen")}
            </Button>
          </form>
        }
      />
    </main>
  );
}
