package io.plexica.plugins.internal.shell;

import io.plexica.spi.web.IfMatch;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Advises against a plugin version; it can still be installed, with a warning. */
@Service
@Command(
        scope = "plugin",
        name = "deprecate",
        description = "Advises against a plugin version; it can still be installed, with a warning")
public final class DeprecateCommand extends VersionCommand {

    @Option(name = "--replacement", description = "What to take instead, such as 2.0.0, crm or crm@1.0.0")
    private @Nullable String replacement;

    @Option(name = "--end-of-life", description = "The day from when on nobody should be on it, such as 2027-01-31")
    private @Nullable String endOfLife;

    @Override
    protected void run() throws Exception {
        print(lifecycle.deprecate(ref(), replacement, endOfLife == null ? null : day(endOfLife), IfMatch.ANY));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("--end-of-life must be a day such as 2027-01-31", e);
        }
    }
}
