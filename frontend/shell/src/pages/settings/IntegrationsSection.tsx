import { usePlatform } from "@plexica/api-client";
import { Button, ButtonLink, Card, CodeBlock, KeyValueList, Stack, useCopy } from "@plexica/ui";
import { Check, Copy } from "lucide-react";
import { useT } from "../../i18n/useT";
import { useMe } from "../../state/me";

/** How programs reach this tenant. */
export default function IntegrationsSection() {
  const t = useT("settings");
  const { boot } = usePlatform();
  const { tenant, can } = useMe();
  const { copied, copy } = useCopy();
  const address = `${boot.publicUrl || location.origin}/api/v1`;
  const sample = `curl ${address}/plugins -H "Authorization: Bearer <${t("integrations.key")}>"`;
  return (
    <div className="sh-bounded">
      <Stack gap={16}>
        <Card
          title={t("integrations.title")}
          actions={
            <Button size="small" icon={copied ? Check : Copy} onClick={() => copy(address)}>
              {t(copied ? "keys.copied" : "integrations.copy")}
            </Button>
          }
        >
          <Stack gap={16}>
            <KeyValueList
              items={[
                { label: t("integrations.address"), value: address },
                { label: t("integrations.tenant"), value: tenant.slug },
              ]}
            />
            <CodeBlock label={t("integrations.sample")} code={sample} />
            <p className="sh-hint">{t("integrations.text")}</p>
            <Stack direction="across" gap={8}>
              {can("core:api-keys:read") && (
                <ButtonLink to="/manage/settings/security">{t("integrations.keys")}</ButtonLink>
              )}
            </Stack>
          </Stack>
        </Card>
      </Stack>
    </div>
  );
}
