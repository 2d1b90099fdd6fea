export { TitleProvider, useCrumbs, usePageTitle } from "@plexica/ui/frame";
