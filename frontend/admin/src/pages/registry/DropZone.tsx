import { useTranslation } from "react-i18next";
import { MOST_BYTES } from "../../api/upload";
import { FileDrop } from "../../common/FileDrop";
import { useFormat } from "../../common/useFormat";

interface DropZoneProps {
  onFile: (file: File) => void;
  onProblem: (reason: string) => void;
}

/** Takes one jar. What cannot be one is not sent. */
export function DropZone({ onFile, onProblem }: DropZoneProps) {
  const { t } = useTranslation("registry");
  const format = useFormat();
  const take = (file: File) => {
    const { name } = file;
    if (!name.toLowerCase().endsWith(".jar")) {
      onProblem(t("send.notJar", { name }));
    } else if (file.size > MOST_BYTES) {
      onProblem(t("send.tooLarge", { name, size: format.bytes(file.size) }));
    } else {
      onFile(file);
    }
  };
  return (
    <FileDrop title={t("send.drop")} limit={t("send.limit")} accept=".jar,application/java-archive" onFile={take} />
  );
}
