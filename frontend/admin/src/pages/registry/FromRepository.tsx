import type { Problem } from "@plexica/api-client";
import { Button, Card, TextField } from "@plexica/ui";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { sentence } from "../../logic/sentence";

interface FromRepositoryProps {
  /** What was asked for before, and why it could not be had. */
  failed: { url: string; problem: Problem } | null;
  onLook: (url: string) => void;
}

/** The other way: a coordinate that the platform fetches itself. */
export function FromRepository({ failed, onLook }: FromRepositoryProps) {
  const { t } = useTranslation("registry");
  const [url, setUrl] = useState(failed?.url ?? "");
  const [isEmpty, setEmpty] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setEmpty(url.trim() === "");
    if (url.trim() !== "") {
      onLook(url.trim());
    }
  };
  const told = failed && failed.url === url.trim() ? wordsOf(failed.problem) : undefined;
  return (
    <Card title={t("send.coordinate")}>
      <form onSubmit={submit} className="ad-coordinate" noValidate>
        <TextField
          label={t("send.coordinate")}
          hideLabel
          help={t("send.coordinateHelp")}
          placeholder="mvn:com.example/plugin/1.0.0"
          value={url}
          onChange={setUrl}
          error={isEmpty && url.trim() === "" ? t("send.coordinateEmpty") : told}
          spellCheck={false}
          mono
        />
        <Button type="submit">{t("send.fetch")}</Button>
      </form>
    </Card>
  );
}

function wordsOf({ detail, errors }: Problem): string {
  return errors.length > 0 ? errors.map(({ message }) => sentence(message)).join(" ") : sentence(detail);
}
