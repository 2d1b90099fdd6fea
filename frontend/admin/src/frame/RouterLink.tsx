import type { LinkComponentProps } from "@plexica/ui";
import { Link } from "react-router";

/** A link that the router follows. */
export function RouterLink({ href, ...rest }: LinkComponentProps) {
  return href.startsWith("#") ? <a href={href} {...rest} /> : <Link to={href} {...rest} />;
}
