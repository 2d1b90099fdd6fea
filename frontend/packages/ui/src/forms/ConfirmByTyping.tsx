import { useState, type ReactNode } from "react";
import { Button } from "../actions/Button";
import { useTexts } from "../texts/TextsProvider";
import { TextField } from "./TextField";
import "./ConfirmByTyping.css";

export interface ConfirmByTypingProps {
  /** What must be typed: the slug or id of what dies. */
  word: string;
  /** Verb and object: "Uninstall CRM and delete its data". */
  action: string;
  onConfirm: () => void;
  busy?: boolean;
  children?: ReactNode;
}

/** Only where data dies; everything else is undone. */
export function ConfirmByTyping({ word, action, onConfirm, busy, children }: ConfirmByTypingProps) {
  const texts = useTexts();
  const [typed, setTyped] = useState("");
  const right = typed.trim() === word;
  return (
    <form
      className="px-confirm"
      onSubmit={(event) => {
        event.preventDefault();
        if (right && !busy) onConfirm();
      }}
    >
      {children}
      <TextField
        label={texts.typeToConfirm(word)}
        value={typed}
        onChange={setTyped}
        mono
        autoComplete="off"
        spellCheck={false}
      />
      <Button type="submit" variant="danger" busy={busy} disabledReason={!right && texts.typeWord(word)}>
        {action}
      </Button>
    </form>
  );
}
