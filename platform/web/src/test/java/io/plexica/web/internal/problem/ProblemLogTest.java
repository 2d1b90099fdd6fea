package io.plexica.web.internal.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemLogTest {

    @Test
    void the_tokens_of_invitations_stay_out_of_the_log() {
        assertThat(ProblemLog.masked("/api/v1/t/acme/invitations/s3cret-Token_1"))
                .isEqualTo("/api/v1/t/acme/invitations/***");
        assertThat(ProblemLog.masked("/api/v1/auth/invitations/s3cret/accept"))
                .isEqualTo("/api/v1/auth/invitations/***/accept");
        assertThat(ProblemLog.masked("/api/v1/auth/invitations;a=b//s3cret?x"))
                .isEqualTo("/api/v1/auth/invitations;a=b//***?x");
        assertThat(ProblemLog.masked("/api/v1/invitations")).isEqualTo("/api/v1/invitations");
        assertThat(ProblemLog.masked("/api/v1/users/7/accept")).isEqualTo("/api/v1/users/7/accept");
    }
}
