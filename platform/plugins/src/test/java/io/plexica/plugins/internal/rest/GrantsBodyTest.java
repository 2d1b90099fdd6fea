package io.plexica.plugins.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.rest.SharedDataResource.GrantsBody;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class GrantsBodyTest {

    @Test
    void a_grant_that_is_null_lacks_what_an_empty_one_does() {
        GrantsBody body = new GrantsBody(Collections.singletonList(null));

        assertThatThrownBy(body::checked)
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .extracting(FieldError::pointer)
                                .containsExactly("/grants/0/access", "/grants/0/plugin"));
    }
}
