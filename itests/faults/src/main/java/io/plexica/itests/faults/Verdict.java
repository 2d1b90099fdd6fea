package io.plexica.itests.faults;

import io.plexica.itests.faults.history.Books;
import io.plexica.itests.faults.history.Call;
import io.plexica.itests.faults.history.Checker;
import io.plexica.itests.faults.history.Story;
import java.util.List;

/**
 * What came of it all.
 *
 * @param violations each promise that was broken
 * @param summary how much was looked at
 */
public record Verdict(List<String> violations, String summary) {

    public Verdict {
        violations = List.copyOf(violations);
    }

    /** Waits until every event is settled, reads all tables, and judges. */
    public static Verdict on(Site site) {
        Behind behind = site.behind();
        Site.soon()
                .alias("every event is handled, or a dead letter")
                .ignoreExceptions()
                .until(behind::unsettled, List::isEmpty);
        Site.soon().alias("every change can be found").ignoreExceptions().until(behind::untold, List::isEmpty);
        site.search().refresh();
        Story story = site.history().story();
        List<Books> books = new Accounts(site).read();
        return new Verdict(Checker.violations(story, books), summary(story, books));
    }

    private static String summary(Story story, List<Books> books) {
        long refused = story.calls().stream()
                .filter(call -> call.outcome() != Call.Outcome.ACKNOWLEDGED)
                .count();
        return story.calls().size() + " calls, " + refused + " of them without success, "
                + books.stream().mapToInt(of -> of.rows().size()).sum() + " events, "
                + books.stream().mapToInt(of -> of.effects().size()).sum() + " handled, "
                + books.stream().mapToInt(of -> of.dead().size()).sum() + " dead, "
                + books.stream().mapToInt(of -> of.documents().size()).sum() + " found, "
                + books.stream().mapToInt(of -> of.objects().size()).sum() + " objects";
    }
}
