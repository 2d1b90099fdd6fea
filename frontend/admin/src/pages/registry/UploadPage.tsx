import { PageHead } from "@plexica/ui";
import { useTranslation } from "react-i18next";
import { usePageTitle } from "../../frame/title";
import { DropZone } from "./DropZone";
import { FromRepository } from "./FromRepository";
import { Outcome } from "./Outcome";
import { PreviewView } from "./PreviewView";
import { Sending } from "./Sending";
import { useUpload } from "./useUpload";

/** Brings a plugin version onto the platform: look first, then publish. */
export function UploadPage() {
  const { t } = useTranslation("registry");
  usePageTitle([t("title"), "/registry"], [t("send.title")]);
  const upload = useUpload();
  const { state } = upload;
  return (
    <>
      <PageHead title={t("send.title")} description={t("send.intro")} />
      {state.step === "choose" && (
        <div className="ad-stack ad-upload">
          <DropZone problem={state.problem} onFile={upload.look} onProblem={upload.refuse} />
          <FromRepository onLook={upload.lookAt} />
        </div>
      )}
      {state.step === "sending" && <Sending name={state.name} share={state.share} onCancel={upload.again} />}
      {state.step === "preview" && <PreviewView state={state} upload={upload} />}
      {state.step === "done" && <Outcome version={state.version} onAgain={upload.again} />}
    </>
  );
}
