import type { ReactNode } from "react";
import { SkipLink } from "../layout/SkipLink";
import "./AppFrame.css";

export interface AppFrameProps {
  /** The sidebar, where there is room for one. */
  side?: ReactNode;
  header: ReactNode;
  /** Below the header: that what is shown may be old. */
  note?: ReactNode;
  /** On a phone: what a thumb reaches. */
  bottom?: ReactNode;
  children: ReactNode;
}

/** What stays around all pages of an application. */
export function AppFrame({ side, header, note, bottom, children }: AppFrameProps) {
  return (
    <>
      <SkipLink target="main" />
      <div className="px-frame">
        {side}
        <div className="px-frame__column">
          {header}
          {note}
          <main id="main" className="px-frame__main" tabIndex={-1}>
            {children}
          </main>
        </div>
        {bottom}
      </div>
    </>
  );
}
