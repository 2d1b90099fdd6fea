import { Button, Card, TextField } from "@plexica/ui";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";

/** The other way: a coordinate that the platform fetches itself. */
export function FromRepository({ onLook }: { onLook: (url: string) => void }) {
  const { t } = useTranslation("registry");
  const [url, setUrl] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (url.trim() !== "") {
      onLook(url.trim());
    }
  };
  return (
    <Card title={t("send.coordinate")}>
      <form onSubmit={submit} className="ad-coordinate">
        <TextField
          label={t("send.coordinate")}
          hideLabel
          help={t("send.coordinateHelp")}
          placeholder="mvn:com.example/plugin/1.0.0"
          value={url}
          onChange={setUrl}
          spellCheck={false}
          mono
        />
        <Button type="submit">{t("send.fetch")}</Button>
      </form>
    </Card>
  );
}
