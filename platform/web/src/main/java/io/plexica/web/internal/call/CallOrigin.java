package io.plexica.web.internal.call;

import io.plexica.web.internal.settings.Settings;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Where a call came from and under which address it was made. What proxies say counts only when the settings trust them.
 *
 * @param remoteAddress the address of the sender
 * @param origin scheme, host and port of the address that the sender used
 * @param hostTenant the tenant that the host names; null for none
 * @param isOperators whether the host is that of the super admins
 */
record CallOrigin(
        String remoteAddress, String origin, @Nullable String hostTenant, boolean isOperators) {

    private static final String OPERATORS = "admin";

    /** Hosts below the public one that are no tenants. */
    private static final Set<String> OTHER_HOSTS = Set.of(OPERATORS, "api", "www");

    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{2,45}");

    static CallOrigin of(HttpServletRequest request, Settings settings) {
        String peer = request.getRemoteAddr();
        boolean trusted = settings.trusts(peer);
        String host = host(request, trusted);
        return new CallOrigin(
                trusted ? behindProxies(request, settings, peer) : peer,
                origin(request, settings, host, trusted),
                tenant(host, settings.publicHost()),
                withoutPort(host).equals(OPERATORS + "." + settings.publicHost()));
    }

    private static String host(HttpServletRequest request, boolean trusted) {
        String forwarded = trusted ? first(request.getHeader("X-Forwarded-Host")) : null;
        String host = forwarded == null ? request.getHeader("Host") : forwarded;
        String lower = host == null ? "" : host.strip().toLowerCase(Locale.ROOT);
        return isHost(lower) ? withoutRoot(lower) : "";
    }

    /** A dot at the end only says that the name is complete: the host is the same without it. */
    private static String withoutRoot(String host) {
        String name = withoutPort(host);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) + host.substring(name.length()) : host;
    }

    private static boolean isHost(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean known = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || ".-:[]".indexOf(c) >= 0;
            if (!known) {
                return false;
            }
        }
        return true;
    }

    /** Hosts that are not ours get the public address, so that no answer carries a link that the caller made up. */
    private static String origin(HttpServletRequest request, Settings settings, String host, boolean trusted) {
        String name = withoutPort(host);
        boolean ours = name.equals(settings.publicHost()) || name.endsWith("." + settings.publicHost());
        if (!ours) {
            return settings.publicUrl().toString();
        }
        String forwarded = trusted ? first(request.getHeader("X-Forwarded-Proto")) : null;
        boolean known = "http".equals(forwarded) || "https".equals(forwarded);
        return (known ? forwarded : settings.publicUrl().getScheme()) + "://" + host;
    }

    private static @Nullable String tenant(String host, String publicHost) {
        String name = withoutPort(host);
        if (!name.endsWith("." + publicHost)) {
            return null;
        }
        String label = name.substring(0, name.length() - publicHost.length() - 1);
        return label.isEmpty() || OTHER_HOSTS.contains(label) ? null : label;
    }

    /** The last address in the chain that no trusted proxy has. Proxies add to the last line or add a line of their own. */
    private static String behindProxies(HttpServletRequest request, Settings settings, String peer) {
        List<String> lines = Collections.list(request.getHeaders("X-Forwarded-For"));
        if (lines.isEmpty()) {
            return peer;
        }
        String[] hops = String.join(",", lines).split(",");
        String address = peer;
        for (int i = hops.length - 1; i >= 0 && settings.trusts(address); i--) {
            address = hops[i].strip();
        }
        return ADDRESS.matcher(address).matches() ? address : peer;
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }

    private static @Nullable String first(@Nullable String list) {
        return list == null ? null : list.split(",", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
