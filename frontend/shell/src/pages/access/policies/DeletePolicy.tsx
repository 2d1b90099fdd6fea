import { useT } from "../../../i18n/useT";
import { DeleteDialog } from "../form/DeleteDialog";
import { capital, policySentence } from "../model/sentence";
import type { Speech } from "../model/sentence";
import type { PolicyView } from "../model/views";
import { POLICIES } from "./draft";

interface DeletePolicyProps {
  policy: PolicyView;
  etag: string | null;
  speech: Speech;
  onClose(): void;
}

/** Says what no longer holds without it. */
export function DeletePolicy({ policy, speech, ...rest }: DeletePolicyProps) {
  const t = useT("access");
  const { name } = policy;
  return (
    <DeleteDialog
      kind={POLICIES}
      one={policy}
      title={t("deletePolicy.title", { name })}
      text={t(`deletePolicy.text.${policy.effect}`)}
      confirm={t("deletePolicy.confirm", { name })}
      done={t("deletePolicy.done", { name })}
      {...rest}
    >
      <p>{capital(policySentence(speech, policy))}</p>
    </DeleteDialog>
  );
}
