import { useState } from "react";
import { TextArea } from "../../forms/TextArea";
import { usePlace } from "../context";
import type { JsonNode } from "../model";
import type { Path } from "../pointer";
import { useFormWords } from "../words";
import { Origin } from "./Origin";

/** What has no field of its own: JSON, checked while it is typed. What is no JSON never comes out. */
export function JsonField({ node, path }: { node: JsonNode; path: Path }) {
  const words = useFormWords();
  const place = usePlace(path);
  const shown = place.value ?? place.inherited ?? node.default;
  const [draft, setDraft] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const text = draft ?? (shown === undefined ? "" : JSON.stringify(shown, null, 2));
  const change = (next: string) => {
    setDraft(next);
    if (next.trim() === "") {
      setWrong(null);
      place.set(undefined);
      return;
    }
    try {
      const parsed: unknown = JSON.parse(next);
      setWrong(null);
      place.set(parsed);
    } catch (thrown) {
      setWrong(words.json(thrown instanceof Error ? thrown.message : String(thrown)));
    }
  };
  return (
    <TextArea
      label={node.title}
      help={node.help ?? words.jsonHelp}
      error={wrong ?? place.error}
      optional={!node.required}
      mono
      rows={Math.min(14, Math.max(4, text.split("\n").length))}
      note={
        place.origin && (
          <Origin
            origin={place.origin}
            own={place.value !== undefined}
            onReset={() => {
              setDraft(null);
              setWrong(null);
              place.set(undefined);
            }}
          />
        )
      }
      value={text}
      onChange={change}
      onBlur={() => wrong === null && setDraft(null)}
    />
  );
}
