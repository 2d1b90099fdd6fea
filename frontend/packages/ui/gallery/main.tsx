import { createRoot } from "react-dom/client";
import "../src/theme/theme.css";
import { applyAccent, UiProvider, type Mode } from "../src";
import { Gallery } from "./Gallery";

const asked = new URLSearchParams(location.search);
const mode: Mode = asked.get("theme") === "dark" ? "dark" : "light";
document.documentElement.dataset.theme = mode;
const accent = asked.get("accent");
applyAccent(document.documentElement, accent && `#${accent}`, mode);

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <UiProvider>
      <Gallery scene={asked.get("scene") ?? "forms"} query={location.search} />
    </UiProvider>,
  );
}
