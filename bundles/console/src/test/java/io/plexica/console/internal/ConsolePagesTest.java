package io.plexica.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.spi.pages.Page;
import io.plexica.spi.pages.Visit;
import io.plexica.spi.tenancy.TenantStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConsolePagesTest {

    private static final Pattern BOOT = Pattern.compile("id=\"plexica-boot\" nonce=\"([^\"]+)\">(.*)</script>");

    private final FewTenants tenants = new FewTenants()
            .with("acme", "Acme <script>alert(1)</script>", TenantStatus.ACTIVE)
            .with("asleep", "Asleep", TenantStatus.SUSPENDED)
            .with("leaving", "Leaving", TenantStatus.PENDING_DELETION)
            .with("coming", "Coming", TenantStatus.PROVISIONING);

    private final ConsolePages pages = new ConsolePages(
            tenants,
            realm -> "https://id.example:8443/realms/" + realm,
            build("shell"),
            build("admin"),
            "https://plexica.example/",
            "1.1.0");

    @ParameterizedTest
    @CsvSource({
        "acme, /t/acme, /",
        "acme, '', /",
        "acme, /t/acme, /crm/contacts/17",
        "acme, '', /manage/plugins",
        "asleep, /t/asleep, /",
        "leaving, /t/leaving, /"
    })
    void a_tenant_gets_the_shell_whatever_lies_behind_its_address(String tenant, String base, String path)
            throws IOException {
        Page page = at(new Visit(path, null, false, tenant, base, "https://plexica.example", ""));

        assertThat(page.status()).isEqualTo(200);
        JsonNode boot = boot(page);
        assertThat(boot.path("app").asText()).isEqualTo("shell");
        assertThat(boot.path("tenant").asText()).isEqualTo(tenant);
        assertThat(boot.path("base").asText()).isEqualTo(base);
        assertThat(boot.path("issuer").asText()).isEqualTo("https://id.example:8443/realms/tenant-" + tenant);
        assertThat(boot.path("publicUrl").asText()).isEqualTo("https://plexica.example");
        assertThat(text(page)).contains("/console/shell/shell-1.js").doesNotContain("/console/admin/");
    }

    @Test
    void names_of_tenants_are_text() throws IOException {
        Page page = at(visit("acme", "/"));

        assertThat(text(page)).doesNotContain("<script>alert");
        assertThat(boot(page).path("name").asText()).isEqualTo("Acme <script>alert(1)</script>");
        assertThat(boot(at(visit("asleep", "/"))).path("status").asText()).isEqualTo("SUSPENDED");
    }

    @Test
    void who_has_chosen_no_language_is_spoken_to_in_the_tenants() throws IOException {
        assertThat(boot(at(visit("acme", "/"))).path("language").asText()).isEqualTo("it");
        assertThat(boot(at(visit("asleep", "/"))).path("language").isNull()).isTrue();
    }

    @Test
    void a_page_lets_scripts_run_by_a_word_of_its_own() {
        Page page = at(visit("acme", "/"));
        String policy = Objects.requireNonNull(page.headers().get("Content-Security-Policy"));
        Matcher boot = BOOT.matcher(text(page));
        assertThat(boot.find()).isTrue();

        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self' 'nonce-" + boot.group(1) + "'")
                .contains("connect-src 'self' https://id.example:8443;", "form-action 'self' https://id.example:8443;")
                .contains("frame-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers())
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Cross-Origin-Opener-Policy", "same-origin")
                .containsKey("Permissions-Policy");
        assertThat(at(visit("acme", "/")).headers().get("Content-Security-Policy"))
                .isNotEqualTo(policy);
    }

    @Test
    void every_module_is_vouched_for_before_any_loads() {
        String text = text(at(visit("acme", "/")));

        assertThat(text.indexOf("importmap")).isLessThan(text.indexOf("modulepreload"));
        assertThat(text)
                .contains("{\"imports\":{\"react\":\"/console/shell/react-2.js\"},\"integrity\":{"
                        + "\"/console/shell/react-2.js\":\"sha384-r\",\"/console/shell/shell-1.js\":\"sha384-e\"}}")
                .contains(
                        "<link rel=\"stylesheet\" href=\"/console/shell/a-3.css\" integrity=\"sha384-c\" crossorigin>")
                .contains(
                        "<script type=\"module\" src=\"/console/shell/shell-1.js\" integrity=\"sha384-e\" crossorigin>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"never", "coming", "ACME", "", "xn--a", "admin"})
    void what_is_no_tenant_looks_the_same_whatever_the_reason(String tenant) {
        Page page = at(visit(tenant, "/crm"));

        assertThat(page.status()).isEqualTo(404);
        assertThat(withoutNonce(page)).isEqualTo(withoutNonce(at(visit("globex", "/"))));
        assertThat(text(page)).contains("Nobody works at this address", "https://plexica.example/");
    }

    @Test
    void that_page_is_there_in_the_languages_of_the_console() {
        Visit italian =
                new Visit("/", null, false, "never", "/t/never", "https://a", "fr;q=0.9, it-IT;q=0.8, en;q=0.1");

        assertThat(text(at(italian))).contains("<html lang=\"it\">");
        assertThat(Language.of("")).isEqualTo(Language.EN);
        assertThat(Language.of("it;q=0, ;;")).isEqualTo(Language.EN);
    }

    @Test
    void super_admins_get_their_application_and_nothing_of_tenants() throws IOException {
        Page page = at(operators("/tenants/acme", null));

        assertThat(boot(page).path("app").asText()).isEqualTo("admin");
        assertThat(boot(page).path("issuer").asText()).endsWith("/realms/plexica");
        assertThat(text(page)).contains("/console/admin/").doesNotContain("/console/shell/");
        assertThat(page.headers().get("Content-Security-Policy")).doesNotContain("frame-src");
        assertThat(at(operators("/", "acme")).status()).isEqualTo(404);
    }

    @Test
    void without_a_tenant_the_start_asks_for_one_and_nothing_else_is_there() throws IOException {
        Page page = at(visit(null, "/"));

        assertThat(boot(page).path("tenant").isNull()).isTrue();
        assertThat(boot(page).path("issuer").isNull()).isTrue();
        assertThat(pages.at(visit(null, "/crm"))).isNull();
        assertThat(pages.at(visit("acme", "/favicon.ico"))).isNull();
    }

    @Test
    void an_address_without_its_last_slash_gets_it() {
        Page page = at(new Visit("", "a=b", false, "never", "/t/never", "https://a", ""));

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.headers()).containsEntry("Location", "/t/never/?a=b");
    }

    @Test
    void a_deployment_for_one_tenant_shows_no_other() {
        tenants.only("asleep");

        assertThat(at(visit(null, "/")).headers()).containsEntry("Location", "/t/asleep/");
        assertThat(at(visit("acme", "/")).status()).isEqualTo(404);
        assertThat(at(visit("asleep", "/")).status()).isEqualTo(200);
    }

    @Test
    void frames_have_no_origin_and_reach_nothing() {
        ConsoleBuild shell = build("shell");
        ConsoleBuild framed = new ConsoleBuild(
                shell.entry(),
                shell.css(),
                shell.preload(),
                shell.imports(),
                shell.integrity(),
                new ConsoleBuild.Frame("/console/shell/frame-4.js", List.of(), List.of()));
        Visit visit = new Visit("/console/frame", null, false, null, "", "http://acme.localhost:8181", "");
        Page page = Objects.requireNonNull(new FramePages(framed).at(visit));

        assertThat(page.headers().get("Content-Security-Policy"))
                .startsWith(
                        "sandbox allow-scripts allow-forms; default-src 'none'; script-src http://acme.localhost:8181 ")
                .contains("connect-src 'none'", "frame-ancestors http://acme.localhost:8181")
                .doesNotContain("allow-same-origin");
        assertThat(text(page)).contains("frame-4.js").doesNotContain("plexica-boot", "shell-1.js\" integrity");
        assertThat(new FramePages(shell).at(visit)).isNull();
    }

    private static ConsoleBuild build(String app) {
        String folder = "/console/" + app + "/";
        return new ConsoleBuild(
                folder + app + "-1.js",
                List.of(folder + "a-3.css"),
                List.of(folder + "react-2.js"),
                Map.of("react", folder + "react-2.js"),
                Map.of(
                        folder + app + "-1.js",
                        "sha384-e",
                        folder + "react-2.js",
                        "sha384-r",
                        folder + "a-3.css",
                        "sha384-c"),
                null);
    }

    private static Visit visit(@Nullable String tenant, String path) {
        return new Visit(path, null, false, tenant, "", "https://plexica.example", "");
    }

    private static Visit operators(String path, @Nullable String tenant) {
        return new Visit(path, null, true, tenant, "", "https://admin.plexica.example", "");
    }

    private Page at(Visit visit) {
        return Objects.requireNonNull(pages.at(visit));
    }

    private static String text(Page page) {
        return new String(Objects.requireNonNull(page.bodies().get(Page.PLAIN)), StandardCharsets.UTF_8);
    }

    private static String withoutNonce(Page page) {
        return text(page).replaceAll("nonce=\"[^\"]+\"", "");
    }

    private static JsonNode boot(Page page) throws IOException {
        Matcher boot = BOOT.matcher(text(page));
        assertThat(boot.find()).as(text(page)).isTrue();
        return new ObjectMapper().readTree(boot.group(2));
    }
}
