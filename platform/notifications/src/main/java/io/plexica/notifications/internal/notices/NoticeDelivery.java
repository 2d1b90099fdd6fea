package io.plexica.notifications.internal.notices;

import io.plexica.api.notifications.Recipients;
import io.plexica.notifications.internal.letters.TenantLanguage;
import io.plexica.notifications.internal.notes.NoteWriter;
import io.plexica.notifications.internal.notes.People;
import io.plexica.notifications.internal.notes.Person;
import io.plexica.notifications.internal.templates.Language;
import io.plexica.spi.tenancy.Tenants;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells people what a notice comes to, each in their language, in the current unit of work. */
final class NoticeDelivery {

    private static final String CHOOSES_PLUGINS = "core:plugins:install";

    private final Tenants tenants;
    private final People people;
    private final NoteWriter writer;
    private final NoticeTexts texts = new NoticeTexts();

    NoticeDelivery(Tenants tenants, People people, NoteWriter writer) {
        this.tenants = tenants;
        this.people = people;
        this.writer = writer;
    }

    void tell(Notice notice) {
        Announcement announcement = Announcement.of(notice).orElse(null);
        String slug = notice.tenant();
        boolean gone = slug != null && tenants.find(slug).isEmpty();
        if (announcement == null || gone) {
            return;
        }
        UUID user = announcement.user();
        List<Person> told = slug == null ? List.of() : told(slug, announcement, notice.actor());
        if (slug != null && !told.isEmpty()) {
            tell(slug, announcement, told);
        } else if (user != null && notice.kind().equals("core.operation.ended")) {
            // Nobody of the tenant began it, so it was an operator.
            writer.write(texts.write(announcement, Language.EN), user);
        }
    }

    private List<Person> told(String slug, Announcement announcement, @Nullable UUID actor) {
        UUID user = announcement.user();
        Recipients meant = user == null ? Recipients.permission(CHOOSES_PLUGINS) : Recipients.user(user);
        return people.find(slug, meant).stream()
                .filter(person -> !person.id().equals(actor))
                .toList();
    }

    private void tell(String slug, Announcement announcement, List<Person> told) {
        Language ofTenant = Language.of(TenantLanguage.of(tenants, slug));
        Map<Language, List<Person>> byLanguage = told.stream()
                .collect(Collectors.groupingBy(
                        person -> person.language() == null ? ofTenant : Language.of(person.language())));
        byLanguage.forEach((language, readers) -> writer.write(slug, texts.write(announcement, language), readers));
    }
}
