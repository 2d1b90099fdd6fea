package io.plexica.identity.internal.auth;

import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.keys.ApiKeyAuthenticator;
import io.plexica.identity.internal.tokens.RealmTokenAuthenticator;
import io.plexica.spi.identity.TokenAuthenticator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes whatever callers show: tokens of people, tokens of the platform's own, API keys. */
@Component
public final class AnyTokenAuthenticator implements TokenAuthenticator {

    private static final Logger LOG = LoggerFactory.getLogger(AnyTokenAuthenticator.class);

    private final RealmTokenAuthenticator tokens;
    private final ApiKeyAuthenticator keys;

    @Activate
    public AnyTokenAuthenticator(@Reference RealmTokenAuthenticator tokens, @Reference ApiKeyAuthenticator keys) {
        this.tokens = tokens;
        this.keys = keys;
    }

    @Override
    public Identity authenticate(String token) {
        try {
            return ApiKeyAuthenticator.isApiKey(token) ? keys.authenticate(token) : tokens.authenticate(token);
        } catch (PlexicaException e) {
            LOG.debug("A token is not accepted: {}", e.getCause() == null ? e.detail() : e.getCause());
            throw e;
        }
    }
}
