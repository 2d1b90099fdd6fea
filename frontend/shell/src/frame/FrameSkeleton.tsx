import { useDelayed } from "@plexica/ui";
import { AppFrame } from "@plexica/ui/frame";
import "./frame.css";

/** The frame before it is known who is there. Nothing for the first moments: most often they are enough. */
export function FrameSkeleton() {
  const late = useDelayed(true, 200);
  return (
    <AppFrame
      side={
        <div className="sh-side sh-side--waiting" aria-busy="true">
          {late && [150, 120, 96, 130].map((width) => <span key={width} className="sh-bone" style={{ width }} />)}
        </div>
      }
      header={<div className="px-header" />}
    >
      {null}
    </AppFrame>
  );
}
