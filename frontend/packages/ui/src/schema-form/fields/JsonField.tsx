import { useState } from "react";
import { TextArea } from "../../forms/TextArea";
import { usePlace } from "../context";
import { Draft, readJson } from "../draft";
import type { JsonNode } from "../model";
import type { Path } from "../pointer";
import { useFormWords } from "../words";
import { Origin } from "./Origin";

/** What has no field of its own: JSON, checked while it is typed. */
export function JsonField({ node, path }: { node: JsonNode; path: Path }) {
  const words = useFormWords();
  const place = usePlace(path);
  const [typed, setTyped] = useState<string | null>(null);
  const shown = place.value ?? place.inherited ?? node.default;
  const written = shown instanceof Draft ? shown.text : shown === undefined ? "" : JSON.stringify(shown, null, 2);
  const text = typed ?? written;
  const reset = () => {
    setTyped(null);
    place.set(undefined);
  };
  return (
    <TextArea
      label={node.title}
      help={node.help ?? words.jsonHelp}
      error={shown instanceof Draft ? words.json(shown.reason) : place.error}
      optional={!node.required}
      mono
      rows={Math.min(14, Math.max(4, text.split("\n").length))}
      note={place.origin && <Origin origin={place.origin} own={place.value !== undefined} onReset={reset} />}
      value={text}
      onChange={(next) => {
        setTyped(next);
        place.set(readJson(next));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
