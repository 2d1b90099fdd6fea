package io.plexica.web.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.security.Authenticated;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.web.internal.support.Http.Answer;
import io.plexica.web.internal.support.Site;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenAnswersTest {

    private static final String PATH = "/api/plugins/files/files/";
    private static final int MANY = 100_000;
    private static Site site;

    @Path("files")
    @Produces("application/zip")
    @Authenticated
    public static class Files {

        @GET
        @Path("early")
        public Response early() {
            StreamingOutput file = out -> {
                out.write("the beginning of".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                throw PlexicaException.notFound("The tenant is gone");
            };
            return Response.ok(file)
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"a.zip\"")
                    .tag("x")
                    .build();
        }

        @GET
        @Path("late")
        public StreamingOutput late() {
            return out -> {
                out.write(new byte[MANY]);
                out.flush();
                throw new PlexicaException(ErrorCode.CONFLICT, "no: it has changed");
            };
        }

        @GET
        @Path("read")
        public InputStream read() {
            return new FilterInputStream(new ByteArrayInputStream(new byte[MANY])) {
                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    int read = super.read(buffer, offset, length);
                    if (read < 0) {
                        throw new IOException("is not what was written");
                    }
                    return read;
                }
            };
        }

        @GET
        @Path("long")
        public Response announced() {
            return Response.ok(late())
                    .header(HttpHeaders.CONTENT_LENGTH, MANY + 100)
                    .build();
        }
    }

    @BeforeAll
    static void open() throws Exception {
        site = new Site();
        PluginRef plugin = new PluginRef("files", "1.0.0");
        site.plugin(plugin, new Files());
        site.rooms.user(site.rooms.tenant("acme", TenantStatus.ACTIVE), "ann", "member");
        site.rooms.install("acme", plugin, true);
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
    }

    @Test
    void what_fails_before_anybody_has_seen_it_is_a_problem_and_nothing_else() throws Exception {
        Answer answer = site.http.get(PATH + "early").as("ann").send();
        assertThat(answer.code()).isEqualTo("404 not-found");
        assertThat(answer.text()).startsWith("{").doesNotContain("the beginning");
        assertThat(answer.json().path("detail").asText()).isEqualTo("The tenant is gone");
        assertThat(answer.header("Content-Disposition")).isNull();
        assertThat(answer.header("ETag")).isNull();
        assertThat(answer.header("X-Trace-Id")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"late", "read", "long"})
    void what_fails_in_the_middle_does_not_end_as_if_it_were_whole(String how) {
        assertThatThrownBy(() -> site.http.get(PATH + how).as("ann").send()).isInstanceOf(IOException.class);
    }
}
