import { usePlatform } from "@plexica/api-client";
import { Button, Select, Stack } from "@plexica/ui";
import { useState } from "react";
import { useT } from "../../../i18n/useT";
import { PersonPicker } from "./PersonPicker";
import { useAct } from "./useAct";

interface AddMemberProps<R extends string> {
  path: string;
  roles: readonly R[];
  usual: R;
  present: readonly string[];
}

/** Takes somebody of the tenant in. */
export function AddMember<R extends string>({ path, roles, usual, present }: AddMemberProps<R>) {
  const t = useT("people");
  const { api } = usePlatform();
  const { act, busy } = useAct();
  const [person, setPerson] = useState<string | null>(null);
  const [role, setRole] = useState<R>(usual);
  const add = async (): Promise<void> => {
    const done = await act({
      work: () => api.post(path, { userId: person, role }),
      done: t("members.added"),
      undo: () => api.delete(`${path}/${person}`),
    });
    if (done) setPerson(null);
  };
  return (
    <Stack gap={12}>
      <PersonPicker label={t("members.add")} value={person} onChange={setPerson} without={present} />
      {person && (
        <Stack direction="across" gap={8}>
          <Select
            label={t("members.role")}
            hideLabel
            value={role}
            options={roles.map((value) => ({ value, label: t(`memberRole.${value}`) }))}
            onChange={(value) => setRole(value as R)}
          />
          <Button variant="primary" busy={busy} onClick={() => void add()}>
            {t("members.addVerb")}
          </Button>
        </Stack>
      )}
    </Stack>
  );
}
