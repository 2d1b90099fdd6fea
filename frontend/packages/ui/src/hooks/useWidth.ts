import { useLayoutEffect, useRef, useState, type RefObject } from "react";

/** The width of an element, live: a chart is drawn to it, so that its words keep their size. */
export function useWidth<Element extends HTMLElement>(otherwise: number): [RefObject<Element | null>, number] {
  const element = useRef<Element>(null);
  const [width, setWidth] = useState(otherwise);
  useLayoutEffect(() => {
    const box = element.current;
    if (!box) return;
    const measure = () => setWidth(Math.max(120, Math.floor(box.clientWidth) || otherwise));
    measure();
    if (typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [otherwise]);
  return [element, width];
}
