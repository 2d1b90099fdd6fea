package io.plexica.plugins.crm.internal.contacts;

import static io.plexica.plugins.crm.internal.Crm.assertRefused;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.plexica.api.problem.ErrorCode;
import io.plexica.plugins.crm.internal.Crm;
import io.plexica.testkit.PluginFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactBodyTest {

    private static final PluginFixture FIXTURE = Crm.fixture();

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "\t\n", "\u2003", "a\0b"})
    void aNameMustBeSeen(@Nullable String name) {
        refused("/name", new ContactBody(name, null, null, null, null));
    }

    @Test
    void aNameHasUpTo255Characters() {
        accepted(new ContactBody("n".repeat(255), null, null, null, null));
        refused("/name", new ContactBody("n".repeat(256), null, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no address", "a@", "@b", "a@b@c", "a\0@b.example"})
    void anEmailMustBeAnAddress(String email) {
        refused("/email", new ContactBody("Ann", email, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+391234567890", "+12", "+999999999999999"})
    void aPhoneIsE164(String phone) {
        accepted(new ContactBody("Ann", null, phone, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "391234567890", "+0123", "+1", "+39 12 34", "+9999999999999999", "+39a", "+39\n"})
    void anythingElseIsNoPhone(String phone) {
        refused("/phone", new ContactBody("Ann", null, phone, null, null));
    }

    @Test
    void textIsBoundedAndFreeOfNul() {
        accepted(new ContactBody("Ann", null, null, "c".repeat(255), "n".repeat(10_000)));
        refused("/company", new ContactBody("Ann", null, null, "c".repeat(256), null));
        refused("/notes", new ContactBody("Ann", null, null, null, "n".repeat(10_001)));
        refused("/notes", new ContactBody("Ann", null, null, null, "n\0"));
    }

    @Test
    void aPatchObeysTheSameRules() {
        ContactPatch patch = new ContactPatch();
        patch.setName(" ");
        assertRefused(ErrorCode.VALIDATION_FAILED, "/name", () -> FIXTURE.validate(patch));
        patch.setName("Ann");
        patch.setPhone("12");
        assertRefused(ErrorCode.VALIDATION_FAILED, "/phone", () -> FIXTURE.validate(patch));
        patch.setPhone(null);
        assertThatCode(() -> FIXTURE.validate(patch)).doesNotThrowAnyException();
    }

    private static void accepted(ContactBody body) {
        assertThatCode(() -> FIXTURE.validate(body)).doesNotThrowAnyException();
    }

    private static void refused(String pointer, ContactBody body) {
        assertRefused(ErrorCode.VALIDATION_FAILED, pointer, () -> FIXTURE.validate(body));
    }
}
