import { useSend } from "@plexica/api-client";
import { Menu, RadioGroup } from "@plexica/ui";
import { useState } from "react";
import { useFeedback } from "../../../common/Feedback";
import { FormDialog } from "../../../common/FormDialog";
import { useT } from "../../../i18n/useT";
import type { ApiKey, RevealedKey } from "../model/views";

const HOUR = 3_600;
const OVERLAPS = [0, HOUR, 24 * HOUR, 7 * 24 * HOUR];
const KEYS = ["/api-keys"];

/** What can be done with a key: another secret, or its end. */
export function KeyMenu({ apiKey, onRevealed }: { apiKey: ApiKey; onRevealed(key: RevealedKey): void }) {
  const t = useT("settings");
  const { notify } = useFeedback();
  const [open, setOpen] = useState<"rotate" | "revoke" | null>(null);
  const [overlap, setOverlap] = useState(24 * HOUR);
  const rotate = useSend<RevealedKey>({ invalidates: KEYS });
  const revoke = useSend({ invalidates: KEYS });
  const { id, name } = apiKey;

  const turn = async (): Promise<void> => {
    const path = `/api-keys/${id}/rotate`;
    const { data } = await rotate.mutateAsync({ path, body: { overlapSeconds: overlap } });
    setOpen(null);
    onRevealed(data);
  };
  const end = async (): Promise<void> => {
    await revoke.mutateAsync({ method: "DELETE", path: `/api-keys/${id}` });
    notify({ text: t("keys.revoked", { name }), tone: "good" });
  };
  return (
    <>
      <Menu
        label={t("keys.menu", { name })}
        items={[
          { id: "rotate", label: t("keys.rotate"), onSelect: () => setOpen("rotate") },
          { id: "revoke", label: t("keys.revoke"), danger: true, onSelect: () => setOpen("revoke") },
        ]}
      />
      {open === "rotate" && (
        <FormDialog
          title={t("keys.rotateTitle", { name })}
          description={t("keys.rotateText")}
          submit={t("keys.rotate")}
          send={rotate}
          onClose={() => setOpen(null)}
          onSubmit={() => void turn().catch(() => {})}
        >
          <RadioGroup
            label={t("keys.overlap")}
            value={String(overlap)}
            onChange={(value) => setOverlap(Number(value))}
            options={OVERLAPS.map((value) => ({ value: String(value), label: t(`keys.overlaps.${value}`) }))}
          />
        </FormDialog>
      )}
      {open === "revoke" && (
        <FormDialog
          title={t("keys.revokeTitle", { name })}
          description={t("keys.revokeText")}
          submit={t("keys.revokeSubmit", { name })}
          danger
          send={revoke}
          onClose={() => setOpen(null)}
          onSubmit={() => void end().catch(() => {})}
        />
      )}
    </>
  );
}
