import { Fragment } from "react";

/** A sentence in which one name stands out. */
export function Strong({ text, name }: { text: string; name: string | undefined }) {
  if (!name) return text;
  return text.split(name).map((part, at) => (
    <Fragment key={at}>
      {at > 0 && <b>{name}</b>}
      {part}
    </Fragment>
  ));
}
