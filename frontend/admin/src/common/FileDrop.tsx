import { Button, Icon } from "@plexica/ui";
import { FileUp } from "lucide-react";
import { useRef, useState, type DragEvent } from "react";
import { useTranslation } from "react-i18next";

interface FileDropProps {
  title: string;
  /** What is taken, and how large it may be. */
  limit: string;
  /** As an input of files takes it. */
  accept: string;
  onFile: (file: File) => void;
}

/** Takes one file, dropped or chosen. */
export function FileDrop({ title, limit, accept, onFile }: FileDropProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null) => {
    if (files?.[0]) {
      onFile(files[0]);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
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
      <p className="ad-title">{title}</p>
      <p className="ad-quiet">{t("file.or")}</p>
      <Button variant="primary" onClick={() => input.current?.click()}>
        {t("file.choose")}
      </Button>
      <p className="ad-quiet">{limit}</p>
      <input
        ref={input}
        type="file"
        accept={accept}
        className="px-hidden"
        tabIndex={-1}
        aria-label={t("file.choose")}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = "";
        }}
      />
    </div>
  );
}
