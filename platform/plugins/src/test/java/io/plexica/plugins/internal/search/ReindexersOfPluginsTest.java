package io.plexica.plugins.internal.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.search.DocumentPage;
import io.plexica.api.search.DocumentType;
import io.plexica.plugins.internal.testing.HostedTest;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.spi.plugins.PluginRef;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReindexersOfPluginsTest extends HostedTest {

    private static final DocumentType NOTE = DocumentType.of("note").title("name");

    @Test
    void a_plugin_tells_its_documents_where_it_is_enabled() throws Exception {
        install("return new DocumentPage(List.of(SearchDocument.of(\"1\").with(\"name\", \"after \" + after)), null);");
        assertThat(in(acme, () -> platform.reindexers.types("one"))).containsExactly(NOTE);
        DocumentPage page = in(acme, () -> platform.reindexers.page("one", NOTE, "x", 5, LIMIT));
        assertThat(page.documents().get(0).values()).containsEntry("name", "after x");

        platform.plugins.disable(acme, "one");
        assertRefused(ErrorCode.PLUGIN_NOT_ENABLED, () -> platform.reindexers.types("one"));
        assertRefused(ErrorCode.NOT_FOUND, () -> platform.reindexers.types("two"));
    }

    @Test
    void one_that_fails_or_hangs_is_cut_off() {
        install("if (after == null) throw new IllegalStateException(\"no luck\");"
                + " while (!Thread.interrupted()) Thread.onSpinWait(); return null;");
        assertThatThrownBy(() -> in(acme, () -> platform.reindexers.page("one", NOTE, null, 5, LIMIT)))
                .hasMessage("no luck");
        assertRefused(
                ErrorCode.PLUGIN_TIMEOUT, () -> platform.reindexers.page("one", NOTE, "x", 5, Duration.ofMillis(300)));
    }

    @Test
    void a_plugin_that_told_documents_leaves_no_class_loader() throws Exception {
        PluginRef ref = new PluginRef("one", "1.0.0");
        install("return new DocumentPage(List.of(), null);");
        in(acme, () -> platform.reindexers.page("one", NOTE, null, 5, LIMIT));

        assertNothingHolds(ref);
    }

    private void assertRefused(ErrorCode code, Callable<?> work) {
        ThrowingCallable call = () -> in(acme, work);
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private void install(String body) {
        String type = PluginJar.packageOf("one") + ".Notes";
        PluginJar jar = PluginJar.empty("one", "1.0.0")
                .imports("io.plexica.api.search;version=\"[1.0,2)\"")
                .source(
                        type,
                        "package " + PluginJar.packageOf("one") + ";\n"
                                + "import io.plexica.api.search.*;\n"
                                + "import java.util.List;\n"
                                + "public class Notes implements Reindexer {\n"
                                + "  @Override public DocumentType type() {\n"
                                + "    return DocumentType.of(\"note\").title(\"name\");\n  }\n"
                                + "  @Override public DocumentPage page(String after, int size) {\n" + body + "\n}}\n")
                .component(type, "", "io.plexica.api.search.Reindexer");
        install(jar);
    }
}
