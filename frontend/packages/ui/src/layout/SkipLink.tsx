import { useTexts } from "../texts/TextsProvider";
import "./SkipLink.css";

/** The first thing that Tab reaches: past header and navigation, to the content. */
export function SkipLink({ target = "main" }: { target?: string }) {
  const texts = useTexts();
  return (
    <a
      className="px-skip"
      href={`#${target}`}
      onClick={(event) => {
        event.preventDefault();
        const content = document.getElementById(target);
        if (!content) return;
        if (!content.hasAttribute("tabindex")) content.tabIndex = -1;
        content.focus();
      }}
    >
      {texts.skipToContent}
    </a>
  );
}
