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
record CallClaims(
        String method,
        String path,
        CallTarget target,
        @Nullable String token,
        @Nullable String tenant,
        @Nullable UUID workspace,
        CallOrigin sender) {

    static CallClaims of(HttpServletRequest request, CallTarget target, @Nullable String token, CallOrigin sender) {
        return new CallClaims(
                request.getMethod(),
                request.getRequestURI(),
                target,
                token,
                Headers.tenant(request),
                Headers.workspace(request),
                sender);
    }

    CallPlace.Names names() {
        return new CallPlace.Names(tenant, sender.hostTenant(), sender.isOperators(), target);
    }

    @Override
    public String toString() {
        return "Claims[" + method + " " + path + "]";
    }
}
