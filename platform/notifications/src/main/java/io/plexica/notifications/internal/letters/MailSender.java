package io.plexica.notifications.internal.letters;

import io.plexica.spi.data.Database;
import io.plexica.spi.mail.MailRefusedException;
import io.plexica.spi.mail.MailTransport;
import io.plexica.spi.mail.MailTransport.Mail;
import io.plexica.spi.tenancy.Tenants;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one message after the other to the server, and notes what became of it. For one thread. */
final class MailSender {

    private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);
    private static final Duration MEMORY = Duration.ofDays(90);

    private final Database database;
    private final Tenants tenants;
    private final Outbox outbox;
    private final Supplier<@Nullable MailTransport> transport;

    MailSender(Database database, Tenants tenants, Supplier<@Nullable MailTransport> transport) {
        this.database = database;
        this.tenants = tenants;
        this.outbox = new Outbox(database);
        this.transport = transport;
    }

    /**
     * Does all that is due.
     *
     * @return false when the server does not answer, and more had better wait
     */
    boolean work() {
        for (Optional<Outbox.Task> task = outbox.take();
                task.isPresent() && !Thread.currentThread().isInterrupted();
                task = outbox.take()) {
            if (!work(task.get())) {
                return false;
            }
        }
        return true;
    }

    private boolean work(Outbox.Task task) {
        String slug = task.box().tenant();
        if (slug != null && tenants.find(slug).isEmpty()) {
            // The message went with its tenant.
            outbox.remove(task.message());
            return true;
        }
        if (task.forget()) {
            forget(task);
            return true;
        }
        MessageRow message = find(task);
        if (message == null || message.status() != MessageStatus.WAITING) {
            outbox.forgetAfter(task.message(), MEMORY);
            return true;
        }
        return send(task, message);
    }

    private boolean send(Outbox.Task task, MessageRow message) {
        MailTransport server = transport.get();
        if (server == null) {
            finish(task, MessageStatus.KEPT, "no mail server is configured");
            return true;
        }
        try {
            server.deliver(new Mail(
                    message.recipient(),
                    message.letter().subject(),
                    message.letter().text(),
                    message.letter().html()));
            finish(task, MessageStatus.SENT, null);
            return true;
        } catch (MailRefusedException e) {
            LOG.info("The mail server refused message {}: {}", task.message(), e.getMessage());
            finish(task, MessageStatus.FAILED, "the mail server refused it: " + e.getMessage());
            return true;
        } catch (Exception e) {
            return later(task, e);
        }
    }

    private boolean later(Outbox.Task task, Exception failure) {
        String why = String.valueOf(failure.getMessage());
        if (RetryBackoff.isOver(task.attempts())) {
            LOG.warn("Message {} is given up after {} attempts", task.message(), task.attempts(), failure);
            finish(task, MessageStatus.FAILED, "the mail server did not take it for a day: " + why);
        } else {
            LOG.warn("Message {} could not be mailed, trying again: {}", task.message(), why);
            outbox.again(task.message(), RetryBackoff.after(task.attempts()));
        }
        return false;
    }

    private void finish(Outbox.Task task, MessageStatus status, @Nullable String reason) {
        database.apart(() -> {
            task.box().with(database, connection -> {
                MessageStore store = new MessageStore(connection, task.box());
                return status == MessageStatus.SENT
                        ? store.markSent(task.message())
                        : store.mark(task.message(), status, reason);
            });
            outbox.forgetAfter(task.message(), MEMORY);
            return status;
        });
    }

    private void forget(Outbox.Task task) {
        database.apart(() -> {
            task.box().with(database, connection -> new MessageStore(connection, task.box()).delete(task.message()));
            outbox.remove(task.message());
            return true;
        });
    }

    private @Nullable MessageRow find(Outbox.Task task) {
        return task.box()
                .with(database, connection -> new MessageStore(connection, task.box()).find(task.message(), null))
                .orElse(null);
    }
}
