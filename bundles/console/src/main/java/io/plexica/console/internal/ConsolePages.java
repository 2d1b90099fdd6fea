package io.plexica.console.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.spi.identity.IdentityProvider;
import io.plexica.spi.pages.Page;
import io.plexica.spi.pages.Pages;
import io.plexica.spi.pages.Visit;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.Tenants;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The pages of the console: for a tenant the shell, whatever lies behind its address; on the host of the super admins their
 * own application and nothing else. Immutable.
 */
@Component(configurationPid = ConsoleConfig.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ConsoleConfig.class)
public final class ConsolePages implements Pages {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SHELL = "shell";
    private static final String ADMIN = "admin";
    private static final String CLIENT = "plexica-web";
    private static final String ROOT = "/";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    /** Tenants that are there for those who work in them, even where nobody can at the moment. */
    private static final Set<TenantStatus> SHOWN =
            Set.of(TenantStatus.ACTIVE, TenantStatus.SUSPENDED, TenantStatus.PENDING_DELETION);

    /** What browsers ask every site for, and what is no page. */
    private static final Set<String> NO_PAGES = Set.of("/favicon.ico", "/robots.txt");

    private final Tenants tenants;
    private final UnaryOperator<String> issuers;
    private final ConsoleBuild shell;
    private final ConsoleBuild admin;
    private final String publicUrl;
    private final String version;

    @Activate
    public ConsolePages(
            ConsoleConfig config,
            BundleContext context,
            @Reference Tenants tenants,
            @Reference IdentityProvider identity) {
        this(
                tenants,
                identity::issuer,
                ConsoleBuild.read(SHELL),
                ConsoleBuild.read(ADMIN),
                config.publicUrl(),
                version(context.getBundle().getVersion()));
    }

    /** As people know it: OSGi parts the qualifier by a dot. */
    private static String version(Version version) {
        String number = version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
        return version.getQualifier().isEmpty() ? number : number + "-" + version.getQualifier();
    }

    ConsolePages(
            Tenants tenants,
            UnaryOperator<String> issuers,
            ConsoleBuild shell,
            ConsoleBuild admin,
            String publicUrl,
            String version) {
        this.tenants = tenants;
        this.issuers = issuers;
        this.shell = shell;
        this.admin = admin;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
        this.version = version;
    }

    @Override
    public String prefix() {
        return ROOT;
    }

    @Override
    public @Nullable Page at(Visit visit) {
        if (NO_PAGES.contains(visit.path())) {
            return null;
        }
        if (visit.path().isEmpty()) {
            return Page.redirect(visit.base() + ROOT + (visit.query() == null ? "" : "?" + visit.query()));
        }
        if (visit.operators()) {
            return visit.tenant() == null ? operators() : nobody(visit);
        }
        if (visit.tenant() == null) {
            return visit.path().equals(ROOT) ? start() : null;
        }
        return find(visit.tenant()).map(tenant -> shell(tenant, visit)).orElseGet(() -> nobody(visit));
    }

    /** A deployment that serves one tenant serves no others, and shows that of no others. */
    private Optional<Tenant> find(String slug) {
        boolean served = tenants.pinned().map(slug::equals).orElse(true);
        return served ? tenants.find(slug).filter(tenant -> SHOWN.contains(tenant.status())) : Optional.empty();
    }

    private Page start() {
        Optional<String> only = tenants.pinned();
        if (only.isPresent()) {
            return Page.redirect("/t/" + only.get() + ROOT);
        }
        return application(
                shell,
                "Plexica",
                new BootData(SHELL, null, null, null, null, "", null, CLIENT, publicUrl, version),
                true);
    }

    private Page shell(Tenant tenant, Visit visit) {
        String issuer = issuers.apply(IdentityProvider.realm(tenant.slug()));
        BootData boot = new BootData(
                SHELL,
                tenant.slug(),
                tenant.name(),
                tenant.status().name(),
                language(tenants.settings(tenant.slug())),
                visit.base(),
                issuer,
                CLIENT,
                publicUrl,
                version);
        return application(shell, "Plexica", boot, true);
    }

    private static @Nullable String language(String settings) {
        try {
            return JSON.readTree(settings).at("/general/language").textValue();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The settings of a tenant cannot be read", e);
        }
    }

    private Page operators() {
        String issuer = issuers.apply(IdentityProvider.PLATFORM_REALM);
        BootData boot = new BootData(ADMIN, null, null, null, null, "", issuer, CLIENT, publicUrl, version);
        return application(admin, "Plexica Admin", boot, false);
    }

    private static Page application(ConsoleBuild build, String title, BootData boot, boolean frames) {
        String nonce = ContentSecurityPolicy.nonce();
        return Page.html(
                OK,
                ContentSecurityPolicy.ofApplication(nonce, boot.issuer(), frames),
                IndexPage.html(build, title, boot, nonce));
    }

    /** The same whether a tenant never was, is no more, or is not served here. */
    private Page nobody(Visit visit) {
        String nonce = ContentSecurityPolicy.nonce();
        String start = visit.operators() ? ROOT : publicUrl + ROOT;
        return Page.html(
                NOT_FOUND,
                ContentSecurityPolicy.ofText(nonce),
                TextPage.NO_TENANT.html(Language.of(visit.languages()), nonce, start));
    }
}
