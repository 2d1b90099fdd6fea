import {
  createContext,
  useContext,
  type AnchorHTMLAttributes,
  type ComponentType,
  type ReactNode,
  type Ref,
} from "react";
import { cx } from "../cx";
import "./Link.css";

export interface LinkComponentProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
  ref?: Ref<HTMLAnchorElement> | undefined;
}

export type LinkComponent = ComponentType<LinkComponentProps>;

function PlainLink(props: LinkComponentProps) {
  return <a {...props} />;
}

const LinkContext = createContext<LinkComponent>(PlainLink);

/** Tells how links inside the application are followed; without it they are plain anchors. */
export function LinkProvider({ component, children }: { component: LinkComponent; children: ReactNode }) {
  return <LinkContext value={component}>{children}</LinkContext>;
}

export interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> {
  to: string;
  /** `text` reads as a link, `plain` takes the look of what is around it, `none` brings its own. */
  look?: "text" | "plain" | "none";
  ref?: Ref<HTMLAnchorElement>;
}

/** A link: through the application's router, or out of it for another origin. */
export function Link({ to, look = "text", className, ...rest }: LinkProps) {
  const Component = useContext(LinkContext);
  const classes = cx(look === "text" && "px-link", look === "plain" && "px-link--plain", className);
  if (/^(https?:|mailto:)/i.test(to)) {
    return <a href={to} rel="noreferrer noopener" className={classes} {...rest} />;
  }
  return <Component href={safePath(to)} className={classes} {...rest} />;
}

/** Only paths, queries and fragments: `javascript:` and its kin lead nowhere. */
function safePath(to: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(to.trim()) ? "#" : to;
}
