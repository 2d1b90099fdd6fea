import type { ComponentType } from "react";
import { SkipLink, Tabs } from "../src";
import { AccessScene } from "./scenes/AccessScene";
import { CatalogueScene } from "./scenes/CatalogueScene";
import { FormsScene } from "./scenes/FormsScene";
import { HomeScene } from "./scenes/HomeScene";
import { InstallScene } from "./scenes/InstallScene";
import { OverlayScene } from "./scenes/OverlayScene";
import { PluginScene } from "./scenes/PluginScene";
import { SchemaScene } from "./scenes/SchemaScene";
import { StatesScene } from "./scenes/StatesScene";
import { TenantsScene } from "./scenes/TenantsScene";
import "./gallery.css";

const SCENES: Record<string, ComponentType> = {
  home: HomeScene,
  catalogue: CatalogueScene,
  plugin: PluginScene,
  install: InstallScene,
  access: AccessScene,
  tenants: TenantsScene,
  states: StatesScene,
  forms: FormsScene,
  schema: SchemaScene,
  overlay: OverlayScene,
};

/** Everything there is, in the places where the console uses it. */
export function Gallery({ scene, query }: { scene: string; query: string }) {
  const Scene = SCENES[scene] ?? FormsScene;
  const to = (name: string) => {
    const asked = new URLSearchParams(query);
    asked.set("scene", name);
    return `?${asked}`;
  };
  return (
    <>
      <SkipLink />
      <header className="gallery-head">
        <Tabs
          id="scenes"
          label="Scenes"
          selected={scene}
          items={Object.keys(SCENES).map((name) => ({ id: name, label: name, to: to(name) }))}
        />
      </header>
      <main id="main" className="gallery-page">
        <Scene />
      </main>
    </>
  );
}
