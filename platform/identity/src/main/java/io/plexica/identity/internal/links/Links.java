package io.plexica.identity.internal.links;

import io.plexica.identity.internal.Home;
import io.plexica.identity.internal.IdentitySettings;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.Sql;
import io.plexica.spi.mail.Messages;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes links and sends them, finds them and uses them up. Every call joins the current unit of work. */
@Component(service = Links.class)
public final class Links {

    private static final String FREE = "(claimed_until IS NULL OR claimed_until <= now())";

    private final Database database;
    private final Messages messages;
    private final Tenants tenants;
    private final IdentitySettings settings;

    @Activate
    public Links(
            @Reference Database database,
            @Reference Messages messages,
            @Reference Tenants tenants,
            @Reference IdentitySettings settings,
            @Reference(target = "(plexica.room=identity)") SchemaReady schemaReady) {
        this.database = database;
        this.messages = messages;
        this.tenants = tenants;
        this.settings = settings;
    }

    /** Who gets a link. */
    public record Addressee(UUID id, String email, @Nullable String firstName) {}

    /**
     * Sends somebody a link; an earlier one for the same purpose is dead from now on.
     *
     * @param language of the mail; null for the tenant's
     */
    public void send(Home home, Addressee to, Purpose purpose, @Nullable String language) {
        LinkToken token = LinkToken.fresh();
        Duration life = purpose == Purpose.INVITATION ? settings.invitationLife() : settings.passwordResetLife();
        Instant expires = Instant.now().plus(life).truncatedTo(ChronoUnit.SECONDS);
        home.with(
                database,
                connection -> Sql.update(
                        connection,
                        "INSERT INTO account_links (user_id, purpose, digest, expires_at, claimed_until)"
                                + " VALUES (?, ?, ?, ?, (SELECT max(claimed_until) FROM account_links WHERE user_id = ?))"
                                + " ON CONFLICT (user_id, purpose) DO UPDATE SET digest = excluded.digest,"
                                + " created_at = now(), expires_at = excluded.expires_at",
                        to.id(),
                        purpose.name(),
                        token.digest(),
                        expires,
                        to.id()));
        Map<String, String> values = new LinkedHashMap<>();
        values.put("tenant", tenantName(home));
        values.put("link", address(home, token));
        values.put("expires", expires.toString());
        values.put("email", to.email());
        values.put("firstName", to.firstName() == null ? "" : to.firstName());
        messages.send(home.slug(), to.email(), language, purpose.written(), values);
    }

    /** The link of a token; empty for a wrong, used, claimed, replaced or expired one. */
    public Optional<Link> find(Home home, String token) {
        LinkToken text = new LinkToken(token);
        return text.isWellFormed()
                ? home.with(
                        database,
                        connection -> Sql.find(
                                connection,
                                "SELECT user_id, purpose, expires_at FROM account_links WHERE digest = ?"
                                        + " AND expires_at > now() AND " + FREE,
                                Link::of,
                                text.digest()))
                : Optional.empty();
    }

    /**
     * Keeps all links of somebody from everybody else, those that are sent meanwhile too, until they are killed or given
     * back. When that never happens they are good again after a while, so that a crash costs nobody a link. The caller has
     * locked the person's row and finds the link after that.
     */
    public void claim(Home home, UUID user) {
        home.with(
                database,
                connection -> Sql.update(
                        connection,
                        "UPDATE account_links SET claimed_until = now() + interval '2 minutes' WHERE user_id = ?",
                        user));
    }

    /** Lets claimed links be used again: what they were claimed for did not happen. */
    public void giveBack(Home home, UUID user) {
        home.with(
                database,
                connection -> Sql.update(
                        connection, "UPDATE account_links SET claimed_until = NULL WHERE user_id = ?", user));
    }

    /** Whether somebody has a link for a purpose that can still be used. */
    public boolean has(Home home, UUID user, Purpose purpose) {
        return home.with(
                database,
                connection -> Sql.count(
                                connection,
                                "SELECT count(*) FROM account_links WHERE user_id = ? AND purpose = ?"
                                        + " AND expires_at > now()",
                                user,
                                purpose.name())
                        > 0);
    }

    /** Kills all links of somebody. */
    public void kill(Home home, UUID user) {
        home.with(database, connection -> Sql.update(connection, "DELETE FROM account_links WHERE user_id = ?", user));
    }

    /** The name that people know a home by. */
    public String tenantName(Home home) {
        return home.slug() == null
                ? "Plexica"
                : tenants.find(home.slug()).map(Tenant::name).orElse(home.slug());
    }

    private String address(Home home, LinkToken token) {
        URI base = settings.publicUrl();
        if (home.slug() != null) {
            return base + "/t/" + home.slug() + "/invitations/" + token.text();
        }
        String port = base.getPort() < 0 ? "" : ":" + base.getPort();
        return base.getScheme() + "://admin." + base.getHost() + port + "/invitations/" + token.text();
    }
}
