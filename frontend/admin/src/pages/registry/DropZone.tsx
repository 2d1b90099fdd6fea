import type { Problem } from "@plexica/api-client";
import { Banner, Button, Icon } from "@plexica/ui";
import { FileUp } from "lucide-react";
import { useRef, useState, type DragEvent } from "react";
import { useTranslation } from "react-i18next";
import { MOST_BYTES } from "../../api/upload";
import { Trouble } from "../../common/Trouble";
import { useFormat } from "../../common/useFormat";

interface DropZoneProps {
  problem: Problem | string | null;
  onFile: (file: File) => void;
  onProblem: (reason: string) => void;
}

/** Takes one jar, dropped or chosen. What cannot be one is not sent. */
export function DropZone({ problem, onFile, onProblem }: DropZoneProps) {
  const { t } = useTranslation("registry");
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (!file) {
      return;
    }
    const { name } = file;
    if (!name.toLowerCase().endsWith(".jar")) {
      onProblem(t("send.notJar", { name }));
    } else if (file.size > MOST_BYTES) {
      onProblem(t("send.tooLarge", { name, size: format.bytes(file.size) }));
    } else {
      onFile(file);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <>
      <div
        className={isOver ? "ad-drop ad-drop--over" : "ad-drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <span className="ad-drop__icon">
          <Icon of={FileUp} size={28} />
        </span>
        <p className="ad-title">{t("send.drop")}</p>
        <p className="ad-quiet">{t("send.or")}</p>
        <Button variant="primary" onClick={() => input.current?.click()}>
          {t("send.choose")}
        </Button>
        <p className="ad-quiet">{t("send.limit")}</p>
        <input
          ref={input}
          type="file"
          accept=".jar,application/java-archive"
          className="px-hidden"
          tabIndex={-1}
          aria-label={t("send.choose")}
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </div>
      {typeof problem === "string" ? (
        <Banner tone="bad" title={problem} urgent />
      ) : (
        problem && <Trouble problem={problem} />
      )}
    </>
  );
}
