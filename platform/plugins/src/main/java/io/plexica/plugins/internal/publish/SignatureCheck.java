package io.plexica.plugins.internal.publish;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.check.Candidate;
import io.plexica.plugins.internal.check.Inspection;
import io.plexica.plugins.internal.settings.RegistrySettings;
import io.plexica.plugins.internal.trust.ShippedPlugins;
import io.plexica.plugins.internal.trust.Signatures;
import io.plexica.plugins.internal.trust.Signatures.Signed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Who signed a jar, as far as the settings want to know, or vouches for it. Looks at the bytes as they came. */
final class SignatureCheck {

    private SignatureCheck() {}

    static Signed of(Inspection inspection, Path jar, RegistrySettings settings) {
        Candidate candidate = inspection.candidate();
        RegistrySettings.Values values = settings.current();
        if (candidate != null && settings.shipped().holds(candidate.digest())) {
            return new Signed(ShippedPlugins.SIGNER, List.of());
        }
        if (candidate == null || values.trust().isEmpty()) {
            return Signed.UNKNOWN;
        }
        try {
            Signed signed = Signatures.check(jar, values.trust());
            return values.signaturesRequired() ? signed : new Signed(signed.signer(), List.of());
        } catch (IOException e) {
            throw new PlexicaException(ErrorCode.INTERNAL_ERROR, "The jar cannot be read: " + e.getMessage(), e);
        }
    }
}
