package io.plexica.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.PlexicaException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What all commands share. */
class PlexicaCommandTest {

    private boolean done;

    @Test
    void whoIsAskedMustSayYes() throws Exception {
        assertThatThrownBy(() -> destroying(() -> "no").execute()).hasMessageContaining("not confirmed");
        assertThatThrownBy(() -> destroying(() -> null).execute()).hasMessageContaining("not confirmed");
        assertThat(done).isFalse();

        destroying(() -> " Yes ").execute();
        assertThat(done).isTrue();
    }

    @Test
    void withoutATerminalTheOptionIsNamed() {
        PlexicaCommand command = destroying(() -> {
            throw new UnsupportedOperationException();
        });

        assertThatThrownBy(command::execute)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("There is nobody to ask here")
                .hasMessageContaining("--yes");
        assertThat(done).isFalse();
    }

    @Test
    void aRefusalIsATextWithoutAStackTrace() {
        PlexicaCommand command = new PlexicaCommand() {
            @Override
            protected void run() {
                throw PlexicaException.notFound("There is no such plugin");
            }
        };

        assertThatThrownBy(command::execute)
                .hasMessage("not-found: There is no such plugin")
                .hasNoCause()
                .satisfies(refused -> assertThat(refused.getStackTrace()).isEmpty());
    }

    @Test
    void aFileThatIsNotThereIsSaidToBeNone() {
        PlexicaCommand command = new PlexicaCommand() {
            @Override
            protected void run() throws IOException {
                Files.size(Path.of("/no/such/file.zip"));
            }
        };

        assertThatThrownBy(command::execute).hasMessage("There is no file or folder /no/such/file.zip");
    }

    private PlexicaCommand destroying(Supplier<@Nullable String> answer) {
        PlexicaCommand command = new PlexicaCommand() {
            @Override
            protected void run() throws Exception {
                confirm("This destroys it.", "yes");
                done = true;
            }
        };
        command.session = (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("readLine");
                    return answer.get();
                });
        return command;
    }
}
