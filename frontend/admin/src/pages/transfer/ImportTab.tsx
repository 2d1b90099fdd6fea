import { isProblem } from "@plexica/api-client";
import { AsidePage } from "@plexica/ui";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { FileDrop } from "../../common/FileDrop";
import { Said } from "../../common/Said";
import { Sending } from "../../common/Sending";
import { ImportPreviewView } from "./ImportPreviewView";
import { ImportRun } from "./ImportRun";
import { Obstacles } from "./Obstacles";
import { StaysBehind } from "./StaysBehind";
import { useImport } from "./useImport";

/** Makes a tenant of a file: look first, then bring it in. Which import is followed is in the address. */
export function ImportTab() {
  const [search, setSearch] = useSearchParams();
  const operation = search.get("op");
  return operation ? (
    <ImportRun key={operation} id={operation} onAgain={() => setSearch({})} />
  ) : (
    <Choose onBegun={(id) => setSearch({ op: id })} />
  );
}

function Choose({ onBegun }: { onBegun: (operation: string) => void }) {
  const { t } = useTranslation("transfer");
  const wanted = useImport(({ id }) => onBegun(id));
  const { state } = wanted;
  const take = (file: File) => {
    const { name } = file;
    if (!name.toLowerCase().endsWith(".zip")) {
      wanted.refuse(t("import.notZip", { name }));
    } else if (file.size === 0) {
      wanted.refuse(t("import.empty", { name }));
    } else {
      wanted.look(file);
    }
  };
  if (state.step === "preview") {
    return <ImportPreviewView key={state.preview.slug + state.preview.plan} state={state} wanted={wanted} />;
  }
  // What has been sent in full is brought in, whether anybody waits for it or not.
  const isSettled = state.step === "sending" && state.isReal && state.share >= 1;
  return (
    <AsidePage aside={<StaysBehind />}>
      {state.step === "choose" ? (
        <>
          <FileDrop title={t("import.drop")} limit={t("import.limit")} accept=".zip,application/zip" onFile={take} />
          {isProblem(state.problem) && state.problem.errors.length > 0 ? (
            <Obstacles name={state.name} problems={state.problem.errors} />
          ) : (
            <Said problem={state.problem} />
          )}
        </>
      ) : (
        <Sending
          name={state.name}
          share={state.share}
          note={t("import.stay")}
          onCancel={isSettled ? undefined : wanted.again}
        />
      )}
    </AsidePage>
  );
}
