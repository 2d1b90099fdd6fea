package io.plexica.mail.smtp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.plexica.mail.smtp.internal.SmtpSettings.Tls;
import io.plexica.spi.mail.MailRefusedException;
import io.plexica.spi.mail.MailTransport.Mail;
import java.time.Duration;
import java.util.Map;
import javax.mail.BodyPart;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail over real sockets: to a real server, and to one that answers what it is told to. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SmtpTransportTest {

    private static final int STARTUP_MILLIS = 30_000;

    private static final Mail MAIL =
            new Mail("bob@example.com", "Grüße aus Köln – città", "Über uns: né più né meno\n", "<p>Über uns</p>");

    @Test
    void a_mail_arrives_with_both_its_texts_and_all_its_letters() throws Exception {
        GreenMail server = server("smtp");
        try {
            transport(server, Tls.NONE, "").deliver(MAIL);

            MimeMessage received = server.getReceivedMessages()[0];
            assertThat(received.getSubject()).isEqualTo("Grüße aus Köln – città");
            assertThat(received.getFrom()[0].toString()).isEqualTo("Plexica <no-reply@example.com>");
            assertThat(received.getAllRecipients()[0].toString()).isEqualTo("bob@example.com");
            MimeMultipart parts = (MimeMultipart) received.getContent();
            assertThat(parts.getContentType()).startsWith("multipart/alternative");
            assertPart(parts.getBodyPart(0), "text/plain", "Über uns: né più né meno");
            assertPart(parts.getBodyPart(1), "text/html", "<p>Über uns</p>");
        } finally {
            server.stop();
        }
    }

    @Test
    void a_login_is_used_and_a_wrong_one_is_no_refusal_of_the_mail() throws Exception {
        GreenMail server = server("smtp");
        try {
            server.setUser("bob@example.com", "postman", "right");
            settings(server, Tls.NONE, "", "postman", "right").deliver(MAIL);
            assertThat(server.getReceivedMessages()).hasSize(1);

            assertThatThrownBy(() ->
                            settings(server, Tls.NONE, "", "postman", "wrong").deliver(MAIL))
                    .isNotInstanceOf(MailRefusedException.class);
        } finally {
            server.stop();
        }
    }

    @Test
    void tls_protects_the_way_and_a_certificate_nobody_vouches_for_is_not_believed() throws Exception {
        GreenMail server = server("smtps");
        try {
            transport(server, Tls.TLS, "*").deliver(MAIL);
            assertThat(server.getReceivedMessages()).hasSize(1);

            assertThatThrownBy(() -> transport(server, Tls.TLS, "").deliver(MAIL))
                    .isNotInstanceOf(MailRefusedException.class);
            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            server.stop();
        }
    }

    @Test
    void behind_starttls_there_is_the_login_and_nobody_on_the_way_reads_more_than_that_it_begins() throws Exception {
        GreenMail server = server("smtp");
        try (StartTlsFront front = new StartTlsFront(server.getSmtp().getPort())) {
            server.setUser("bob@example.com", "postman", "right");
            transport(front.port(), Tls.STARTTLS, "*", "postman", "right").deliver(MAIL);

            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("Grüße aus Köln – città");
            assertThat(front.inTheClear()).containsExactly("EHLO", "STARTTLS");
            assertThatThrownBy(() -> transport(front.port(), Tls.STARTTLS, "*", "postman", "wrong")
                            .deliver(MAIL))
                    .isNotInstanceOf(MailRefusedException.class);
            assertThatThrownBy(() -> transport(front.port(), Tls.STARTTLS, "", "postman", "right")
                            .deliver(MAIL))
                    .isNotInstanceOf(MailRefusedException.class);
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(front.inTheClear()).containsOnly("EHLO", "STARTTLS");
        } finally {
            server.stop();
        }
    }

    @Test
    void a_server_that_cannot_encrypt_gets_nothing_where_encryption_is_wanted() throws Exception {
        GreenMail server = server("smtp");
        try {
            assertThatThrownBy(() -> transport(server, Tls.STARTTLS, "").deliver(MAIL))
                    .isNotInstanceOf(MailRefusedException.class)
                    .hasMessageContaining("STARTTLS");
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void nothing_in_subject_or_address_becomes_a_header_or_another_recipient() throws Exception {
        GreenMail server = server("smtp");
        try {
            transport(server, Tls.NONE, "")
                    .deliver(new Mail("bob@example.com", "Hi\r\nBcc: eve@example.com", "text", "<p>html</p>"));

            MimeMessage received = server.getReceivedMessages()[0];
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(received.getHeader("Bcc")).isNull();
            assertThat(received.getSubject()).isEqualTo("Hi Bcc: eve@example.com");
            for (String to : new String[] {
                "bob@example.com\r\nBcc: eve@example.com",
                "bob@example.com, eve@example.com",
                "bob",
                "@example.com",
                "Bob <bob@example.com>, <eve@example.com>"
            }) {
                assertThatThrownBy(() ->
                                transport(server, Tls.NONE, "").deliver(new Mail(to, "subject", "text", "<p>html</p>")))
                        .isInstanceOf(MailRefusedException.class);
            }
            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 no such mailbox",
        "RCPT, 553 not here",
        "MAIL, 550 we do not like you",
        "., 554 this smells of spam"
    })
    void what_the_server_refuses_for_good_is_told_in_its_words(String word, String answer) throws Exception {
        try (ScriptedServer server = new ScriptedServer(Map.of(word, answer))) {
            assertThatThrownBy(() -> transport(server.port()).deliver(MAIL))
                    .isInstanceOf(MailRefusedException.class)
                    .hasMessageContaining(answer.substring(4));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 450 mailbox busy",
        "MAIL, 451 later please",
        ".,452 disk full",
        "MAIL, 530 sign in first",
        "EHLO, 421 going down"
    })
    void what_may_pass_is_no_refusal(String word, String answer) throws Exception {
        try (ScriptedServer server = new ScriptedServer(Map.of(word, answer, "HELO", "421 going down"))) {
            assertThatThrownBy(() -> transport(server.port()).deliver(MAIL))
                    .isNotInstanceOf(MailRefusedException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"EHLO", "RCPT", "DATA"})
    void a_server_that_hangs_is_left_after_a_while(String word) throws Exception {
        try (ScriptedServer server = new ScriptedServer(Map.of(word, ""))) {
            assertThatThrownBy(() -> transport(server.port()).deliver(MAIL))
                    .isNotInstanceOf(MailRefusedException.class);
        }
    }

    @Test
    void a_server_that_is_down_is_no_refusal_and_takes_mail_when_it_is_back() throws Exception {
        GreenMail server = server("smtp");
        SmtpTransport transport = transport(server, Tls.NONE, "");
        ServerSetup place = new ServerSetup(server.getSmtp().getPort(), "127.0.0.1", "smtp");
        server.stop();

        assertThatThrownBy(() -> transport.deliver(MAIL)).isNotInstanceOf(MailRefusedException.class);

        GreenMail again = new GreenMail(place);
        again.start();
        try {
            transport.deliver(MAIL);
            assertThat(again.getReceivedMessages()).hasSize(1);
        } finally {
            again.stop();
        }
    }

    private static void assertPart(BodyPart part, String type, String text) throws Exception {
        assertThat(part.getContentType()).startsWith(type).containsIgnoringCase("utf-8");
        assertThat(part.getContent().toString().strip()).isEqualTo(text);
    }

    private static GreenMail server(String protocol) {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(STARTUP_MILLIS);
        GreenMail server = new GreenMail(setup);
        server.start();
        return server;
    }

    private static SmtpTransport transport(GreenMail server, Tls tls, String trust) throws Exception {
        return settings(server, tls, trust, "", "");
    }

    private static SmtpTransport settings(GreenMail server, Tls tls, String trust, String user, String password)
            throws Exception {
        int port =
                tls == Tls.TLS ? server.getSmtps().getPort() : server.getSmtp().getPort();
        return transport(port, tls, trust, user, password);
    }

    private static SmtpTransport transport(int port) throws Exception {
        return transport(port, Tls.NONE, "", "", "");
    }

    private static SmtpTransport transport(int port, Tls tls, String trust, String user, String password)
            throws Exception {
        return new SmtpTransport(new SmtpSettings(
                "127.0.0.1",
                port,
                user,
                password,
                new InternetAddress("Plexica <no-reply@example.com>"),
                tls,
                Duration.ofSeconds(2),
                trust));
    }
}
