package io.plexica.plugins.crm.internal.common;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.util.Arrays;
import javax.ws.rs.core.EntityTag;
import org.jspecify.annotations.Nullable;

/** The {@code ETag} of an object is its version; {@code If-Match} guards a change with it. */
public final class Tags {

    private Tags() {}

    /** The tag that the answer carries. */
    public static EntityTag of(Stored stored) {
        return new EntityTag(Long.toString(stored.version()));
    }

    /**
     * Lets a change pass if the caller has seen the present version, or did not ask for this check.
     *
     * @param ifMatch the header as sent; null when it was not
     * @throws PlexicaException {@code precondition-failed}
     */
    public static void check(@Nullable String ifMatch, Stored stored) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return;
        }
        String present = "\"" + stored.version() + "\"";
        if (Arrays.stream(ifMatch.split(",")).map(String::strip).noneMatch(present::equals)) {
            throw changedMeanwhile(null);
        }
    }

    /** The refusal of a change that would overwrite somebody else's. */
    public static PlexicaException changedMeanwhile(@Nullable Throwable cause) {
        return new PlexicaException(
                ErrorCode.PRECONDITION_FAILED,
                "Somebody else has changed this meanwhile: read it again, then repeat your change with its new ETag",
                cause);
    }
}
