import { PageHead } from "@plexica/ui";
import { usePageTitle } from "@plexica/ui/frame";
import { useTranslation } from "react-i18next";
import { Said } from "../../common/Said";
import { Sending } from "../../common/Sending";
import { DropZone } from "./DropZone";
import { FromRepository } from "./FromRepository";
import { Outcome } from "./Outcome";
import { PreviewView } from "./PreviewView";
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
          <DropZone onFile={upload.look} onProblem={upload.refuse} />
          <Said problem={state.problem} />
          <FromRepository failed={state.failed} onLook={upload.lookAt} />
        </div>
      )}
      {state.step === "sending" && (
        <div className="ad-upload">
          <Sending name={state.name} share={state.share} onCancel={upload.again} />
        </div>
      )}
      {state.step === "preview" && <PreviewView state={state} upload={upload} />}
      {state.step === "done" && <Outcome version={state.version} onAgain={upload.again} />}
    </>
  );
}
