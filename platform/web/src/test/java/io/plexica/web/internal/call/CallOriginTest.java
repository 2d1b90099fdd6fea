package io.plexica.web.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.spi.bounds.BoundSettings;
import io.plexica.web.internal.settings.LimitSettings;
import io.plexica.web.internal.settings.Network;
import io.plexica.web.internal.settings.Settings;
import io.plexica.web.internal.support.Site;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallOriginTest {

    private static final Settings BEHIND_PROXIES = new Settings(
            URI.create("https://plexica.example"),
            List.of(Network.parse("10.0.0.0/8"), Network.parse("::1")),
            Site.SETTINGS.corsOrigins(),
            1,
            1,
            1,
            Site.SETTINGS.asyncTimeout(),
            Site.SETTINGS.healthRequired(),
            BoundSettings.STANDARD,
            1,
            LimitSettings.NONE);

    @Test
    void strangers_are_not_believed() {
        CallOrigin sender = CallOrigin.of(
                request(
                        "192.0.2.1",
                        Map.of(
                                "Host", "plexica.example",
                                "X-Forwarded-For", "198.51.100.7",
                                "X-Forwarded-Host", "acme.plexica.example",
                                "X-Forwarded-Proto", "ftp")),
                BEHIND_PROXIES);
        assertThat(sender.remoteAddress()).isEqualTo("192.0.2.1");
        assertThat(sender.hostTenant()).isNull();
        assertThat(sender.origin()).isEqualTo("https://plexica.example");
    }

    @ParameterizedTest
    @CsvSource({
        "'198.51.100.7',                     198.51.100.7",
        "'1.1.1.1, 198.51.100.7, 10.9.9.9',  198.51.100.7",
        "'10.1.1.1, 10.2.2.2',               10.1.1.1",
        "'unknown, 10.2.2.2',                10.0.0.5",
        "'1.1.1.1|198.51.100.7',             198.51.100.7",
        "'1.1.1.1|198.51.100.7, 10.9.9.9',   198.51.100.7"
    })
    void the_sender_is_the_last_whom_no_trusted_proxy_is(String chain, String expected) {
        CallOrigin sender = CallOrigin.of(request("10.0.0.5", Map.of("X-Forwarded-For", chain)), BEHIND_PROXIES);
        assertThat(sender.remoteAddress()).isEqualTo(expected);
    }

    @Test
    void a_trusted_proxy_says_under_which_address_the_call_was_made() {
        CallOrigin sender = CallOrigin.of(
                request(
                        "10.0.0.5",
                        Map.of("X-Forwarded-Host", "acme.plexica.example:8443", "X-Forwarded-Proto", "http")),
                BEHIND_PROXIES);
        assertThat(sender.hostTenant()).isEqualTo("acme");
        assertThat(sender.origin()).isEqualTo("http://acme.plexica.example:8443");
    }

    @ParameterizedTest
    @CsvSource({
        "evil.example",
        "plexica.example.evil.example",
        "'plexica.example/x'",
        "'a b'",
        "''",
        "notplexica.example"
    })
    void answers_never_link_to_hosts_that_are_not_ours(String host) {
        CallOrigin sender = CallOrigin.of(request("192.0.2.1", Map.of("Host", host)), BEHIND_PROXIES);
        assertThat(sender.origin()).isEqualTo("https://plexica.example");
        assertThat(sender.hostTenant()).isNull();
    }

    @Test
    void networks_hold_what_lies_in_them() {
        assertThat(Network.parse("10.1.2.0/23").contains("10.1.3.255")).isTrue();
        assertThat(Network.parse("10.1.2.0/23").contains("10.1.4.0")).isFalse();
        assertThat(Network.parse("2001:db8::/33").contains("2001:db8:7fff::1")).isTrue();
        assertThat(Network.parse("2001:db8::/33").contains("2001:db8:8000::1")).isFalse();
        assertThat(Network.parse("10.0.0.1").contains("localhost")).isFalse();
    }

    private static Request request(String peer, Map<String, String> headers) {
        HttpFields fields = new HttpFields();
        new TreeMap<>(headers).forEach((name, lines) -> {
            for (String line : lines.split("\\|")) {
                fields.add(name, line);
            }
        });
        Request request = new Request(null, null);
        request.setMetaData(new MetaData.Request("GET", new HttpURI("/"), HttpVersion.HTTP_1_1, fields));
        request.setRemoteAddr(java.net.InetSocketAddress.createUnresolved(peer, 1));
        return request;
    }
}
