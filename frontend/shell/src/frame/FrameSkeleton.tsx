import { useDelayed } from "@plexica/ui";
import "./frame.css";

/** The frame before it is known who is there. Nothing for the first moments: most often they are enough. */
export function FrameSkeleton() {
  const late = useDelayed(true, 200);
  return (
    <div className="sh-frame" aria-busy="true">
      <div className="sh-side sh-side--waiting">
        {late && [150, 120, 96, 130].map((width) => <span key={width} className="sh-bone" style={{ width }} />)}
      </div>
      <div className="sh-column">
        <div className="sh-header" />
      </div>
    </div>
  );
}
