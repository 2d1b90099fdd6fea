package io.plexica.identity.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.keys.ApiKeyBodies.Draft;
import io.plexica.identity.internal.keys.ApiKeyService.Made;
import io.plexica.spi.web.IfMatch;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of API keys share: a fixture for each, and short words for what they do often. */
abstract class ApiKeyCase {

    static final Set<String> MUCH = Set.of("crm:*", "core:api-keys:*");

    ApiKeyFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new ApiKeyFixture();
    }

    @AfterEach
    void stop() {
        fixture.tokens.database.down(false);
        fixture.close();
    }

    Made make(String name, String... permissions) {
        return fixture.as(MUCH, () -> fixture.service.create("acme", draft(name, null, permissions)));
    }

    Made rotate(Made made, @Nullable Long overlap) {
        return fixture.as(MUCH, () -> fixture.service.rotate("acme", made.key().id(), overlap, IfMatch.ANY));
    }

    void refused(String key) {
        fails(ErrorCode.UNAUTHENTICATED, () -> fixture.authenticator.authenticate(key));
    }

    static Draft draft(String name, @Nullable Instant expires, String... permissions) {
        return new Draft(name, List.of(permissions), expires);
    }

    static void fails(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
