package io.plexica.tenancy.internal.shell;

import static java.util.Objects.requireNonNull;

import io.plexica.spi.web.IfMatch;
import io.plexica.tenancy.internal.TenantJson;
import io.plexica.tenancy.internal.TenantRow;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Shows or changes the settings of a tenant as its own people can. */
@Service
@Command(scope = "tenant", name = "settings", description = "Shows a tenant's settings or theme, or changes them")
public final class SettingsCommand extends TenantCommand {

    @Argument(index = 0, name = "slug", description = "The tenant", required = true)
    @Completion(SlugCompleter.class)
    private String slug;

    @Argument(index = 1, name = "patch", description = "What changes, as a JSON merge patch")
    private @Nullable String patch;

    @Option(name = "--theme", description = "The theme instead of the settings")
    private boolean theme;

    @Override
    protected void run() throws Exception {
        TenantJson tenant = TenantJson.of(patch == null ? tenants.get(slug) : changed(patch));
        printJson(theme ? tenant.theme() : requireNonNull(tenant.settings()));
    }

    private TenantRow changed(String change) {
        return theme
                ? tenants.editTheme(slug, read("", change), IfMatch.ANY)
                : tenants.editSettings(slug, read("", change), IfMatch.ANY);
    }
}
