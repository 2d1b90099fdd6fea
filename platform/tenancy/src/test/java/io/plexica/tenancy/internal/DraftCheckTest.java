package io.plexica.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.tenancy.internal.DraftCheck.Checked;
import io.plexica.tenancy.internal.TenantDraft.Admin;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DraftCheckTest {

    private static final Plans PLANS = Plans.of("free,pro");
    private static final Admin ADA = new Admin("ada@example.com", null, null, null);

    @Test
    void what_is_left_out_gets_a_sensible_value() {
        Checked checked = DraftCheck.check(new TenantDraft("acme", " Acme ", null, null, null, ADA), PLANS);

        assertThat(checked.name()).isEqualTo("Acme");
        assertThat(checked.plan()).isEqualTo("free");
        assertThat(checked.settings()).isEqualTo("{}");
        assertThat(checked.theme()).isEqualTo("{}");
    }

    @Test
    void names_that_the_identity_server_would_refuse_are_refused_at_once() {
        Admin admin = new Admin("ada@example.com", "Ada <3", "Love/lace", null);

        assertThatThrownBy(() -> DraftCheck.check(new TenantDraft("acme", "Acme", null, null, null, admin), PLANS))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .extracting(FieldError::pointer)
                                .containsExactly("/admin/firstName", "/admin/lastName"));
    }

    @Test
    void all_that_is_wrong_is_said_at_once() throws IOException {
        TenantDraft draft = new TenantDraft(
                "xn--acme", "  ", "gold", json("[]"), json("\"dark\""), new Admin("nobody", "", "a\u0000b", "short"));

        assertThatThrownBy(() -> DraftCheck.check(draft, PLANS))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .extracting(FieldError::pointer)
                                .containsExactly(
                                        "/slug",
                                        "/name",
                                        "/plan",
                                        "/settings",
                                        "/theme",
                                        "/admin/email",
                                        "/admin/firstName",
                                        "/admin/lastName",
                                        "/admin/password"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "@", "ada@", "@example.com", "a b@example.com", "ada@exam ple.com", "ada@b@c", "ada\n@b.c"})
    void is_no_address(String email) {
        assertThatThrownBy(() -> DraftCheck.check(
                        new TenantDraft("acme", "Acme", null, null, null, new Admin(email, null, null, null)), PLANS))
                .hasMessageContaining("/admin/email");
    }

    @Test
    void nul_is_refused_wherever_it_hides_and_a_backslash_is_not() throws IOException {
        assertThatThrownBy(() -> DraftCheck.check(withSettings("{\"a\":{\"b\":[\"x\\u0000\"]}}"), PLANS))
                .hasMessageContaining("/settings must not contain the character NUL");
        assertThat(DraftCheck.check(withSettings("{\"a\":\"\\\\u0000\"}"), PLANS)
                        .settings())
                .isEqualTo("{\"a\":\"\\\\u0000\"}");
    }

    @Test
    void settings_have_a_bound() {
        assertThatThrownBy(() -> DraftCheck.check(withSettings("{\"a\":\"" + "x".repeat(70_000) + "\"}"), PLANS))
                .hasMessageContaining("/settings must not be longer");
    }

    @Test
    void a_password_shows_nowhere() {
        assertThat(new Admin("ada@example.com", null, null, "correct horse").toString())
                .doesNotContain("horse");
    }

    private static TenantDraft withSettings(String settings) throws IOException {
        return new TenantDraft("acme", "Acme", null, json(settings), null, ADA);
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
