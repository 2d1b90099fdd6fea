package io.plexica.plugins.crm.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.crm.internal.common.Stored;
import io.plexica.plugins.crm.internal.contacts.Contact;
import io.plexica.plugins.crm.internal.contacts.ContactIndex;
import io.plexica.plugins.crm.internal.contacts.Contacts;
import io.plexica.plugins.crm.internal.deals.Deal;
import io.plexica.testkit.PluginFixture;
import io.plexica.testkit.TestContext;
import javax.ws.rs.core.Response;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the tests of this plugin share. */
public final class Crm {

    public static final TestContext ANN =
            TestContext.inTenant(PluginFixture.ACME).withPermissions("crm:*");

    private Crm() {}

    /** The plugin's tables in two tenants. */
    public static PluginFixture fixture() {
        return PluginFixture.forPlugin("crm")
                .migrations("db/migration")
                .entities(Contact.class, Deal.class, Stored.class);
    }

    /** Contacts, with what finds them. */
    public static Contacts contacts(PluginFixture fixture) {
        return new Contacts(
                fixture.data(), fixture.audit(), fixture.events(), fixture.context(), contactIndex(fixture));
    }

    /** What finds contacts. */
    public static ContactIndex contactIndex(PluginFixture fixture) {
        return new ContactIndex(fixture.search(), fixture.data(), fixture.context());
    }

    /** The tag of an answer as it travels. */
    public static String etag(Response answer) {
        return '"' + answer.getEntityTag().getValue() + '"';
    }

    /** Expects a coded refusal that points at a part, or whose summary holds a text. */
    public static void assertRefused(ErrorCode code, String text, ThrowingCallable call) {
        PlexicaException refusal = catchThrowableOfType(PlexicaException.class, call);
        assertThat(refusal).as("refusal").isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        boolean points =
                refusal.errors().stream().anyMatch(error -> error.pointer().equals(text));
        assertThat(points || refusal.detail().contains(text))
                .as(refusal.detail() + refusal.errors())
                .isTrue();
    }
}
