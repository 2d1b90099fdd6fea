import type { ReactNode } from "react";
import { Check, Copy, LockKeyhole } from "lucide-react";
import { Button } from "../actions/Button";
import { useCopy } from "../hooks/useCopy";
import { useTexts } from "../texts/TextsProvider";
import { EmptyState } from "./EmptyState";

export interface ForbiddenProps {
  /** What cannot be seen: "Roles". */
  what: string;
  /** A few who can give access, by name, and how many more there are. */
  helpers?: readonly string[];
  others?: number;
  /** What to send them: copied, not sent. */
  request: string;
  /** Further ways on, such as Home. */
  actions?: ReactNode;
}

/** A refusal that names who can help and what to tell them. */
export function Forbidden({ what, helpers = [], others = 0, request, actions }: ForbiddenProps) {
  const texts = useTexts();
  const { copied, copy } = useCopy();
  return (
    <EmptyState
      icon={LockKeyhole}
      title={`${texts.cantSee(what)}.`}
      text={texts.whoCanHelp([...helpers], others)}
      action={
        <>
          <Button icon={copied ? Check : Copy} onClick={() => copy(request)}>
            {copied ? texts.copied : texts.copyRequest}
          </Button>
          {actions}
        </>
      }
    />
  );
}
