package io.plexica.web.internal.call;

import java.util.UUID;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a call says about itself, read once from its request and good for longer than that.
 *
 * @param path the path as it was sent
 * @param token the access token; null when it sends none
 * @param tenant the tenant named in the header; null for none
 * @param workspace the workspace named in the header; null for none
 */
record Claims(
        String method,
        String path,
        Target target,
        @Nullable String token,
        @Nullable String tenant,
        @Nullable UUID workspace,
        Sender sender) {

    static Claims of(HttpServletRequest request, Target target, @Nullable String token, Sender sender) {
        return new Claims(
                request.getMethod(),
                request.getRequestURI(),
                target,
                token,
                Headers.tenant(request),
                Headers.workspace(request),
                sender);
    }

    Place.Names names() {
        return new Place.Names(tenant, sender.hostTenant(), sender.isOperators(), target);
    }

    @Override
    public String toString() {
        return "Claims[" + method + " " + path + "]";
    }
}
