import { Check, Copy } from "lucide-react";
import { IconButton } from "../actions/IconButton";
import { useCopy } from "../hooks/useCopy";
import { useTexts } from "../texts/TextsProvider";
import "./CodeBlock.css";

/** Text for machines, to be read or copied. */
export function CodeBlock({ code, label }: { code: string; label: string }) {
  const texts = useTexts();
  const { copied, copy } = useCopy();
  return (
    <div className="px-code">
      <pre tabIndex={0} aria-label={label} role="group">
        <code>{code}</code>
      </pre>
      <IconButton
        icon={copied ? Check : Copy}
        label={copied ? texts.copied : texts.copy}
        size="small"
        onClick={() => copy(code)}
      />
    </div>
  );
}
