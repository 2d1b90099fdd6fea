package io.plexica.console.internal;

import io.plexica.spi.pages.Page;
import io.plexica.spi.pages.Pages;
import io.plexica.spi.pages.Visit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The page within which a sandboxed plugin runs. It knows neither tenant nor user nor token, and may reach nothing: whatever
 * the plugin needs it asks the shell around it for. Immutable.
 */
@Component
public final class FramePages implements Pages {

    private static final String PATH = "/console/frame";
    private static final int OK = 200;

    private final @Nullable ConsoleBuild build;

    @Activate
    public FramePages() {
        this(ConsoleBuild.read("shell"));
    }

    FramePages(ConsoleBuild shell) {
        this.build = shell.framed();
    }

    @Override
    public String prefix() {
        return PATH;
    }

    @Override
    public @Nullable Page at(Visit visit) {
        if (build == null || visit.operators() || !visit.path().equals(PATH)) {
            return null;
        }
        String nonce = ContentSecurityPolicy.nonce();
        return Page.html(
                OK,
                ContentSecurityPolicy.ofFrame(nonce, visit.origin()),
                IndexPage.html(build, "Plexica", null, nonce));
    }
}
