import { useLayoutEffect, useState } from "react";
import { onTopLayer, topLayer } from "./topLayer";

type Movable = HTMLElement & { moveBefore?: (node: Node, before: Node | null) => void };

/** Browsers that can move an element keep what goes on in it: a press that has begun, an animation, the focus. */
function move(element: HTMLElement, to: Movable): void {
  if (to.moveBefore && element.isConnected && to.isConnected) to.moveBefore(element, null);
  else to.append(element);
}

/**
 * An element for what must be heard and can be used whatever dialog is open. It goes into the dialog that is above, and leaves it
 * before that goes; what is in it is never drawn anew for that.
 */
export function useTopPlace(): HTMLElement {
  const [place] = useState(() => document.createElement("div"));
  useLayoutEffect(() => {
    const put = (): void => {
      const home = topLayer() ?? document.body;
      if (place.parentNode !== home) move(place, home);
    };
    put();
    const end = onTopLayer(put);
    return () => {
      end();
      place.remove();
    };
  }, [place]);
  return place;
}
