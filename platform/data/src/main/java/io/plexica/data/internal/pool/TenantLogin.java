package io.plexica.data.internal.pool;

import io.plexica.spi.data.DatabaseAccess.Login;
import io.plexica.spi.data.SchemaNames;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The login of a tenant. Its password follows from the admin's, so that every node knows it and nobody keeps it; when the
 * admin's changes, so does this.
 */
public final class TenantLogin {

    private static final String ALGORITHM = "HmacSHA256";

    private TenantLogin() {}

    /** The name of a tenant's login: {@code login_<slug>}. */
    public static String name(String slug) {
        return "login_" + SchemaNames.tenant(slug).substring("tenant_".length());
    }

    static Login of(String slug, Login admin) {
        return new Login(name(slug), derive(admin, "login " + slug));
    }

    /** Tells whether passwords come from the same secret; says nothing of them. */
    static String mark(Login admin) {
        return derive(admin, "mark").substring(0, 16);
    }

    private static String derive(Login admin, String purpose) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(admin.password().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of()
                    .formatHex(mac.doFinal(("plexica tenant " + purpose).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
