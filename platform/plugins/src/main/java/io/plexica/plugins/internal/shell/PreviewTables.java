package io.plexica.plugins.internal.shell;

import io.plexica.plugins.internal.preview.Preview;
import io.plexica.plugins.internal.preview.Preview.Change;
import io.plexica.plugins.internal.preview.Preview.ContributionView;
import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.support.table.ShellTable;

/** Prints a preview for people. */
final class PreviewTables {

    private final PrintStream out;

    PreviewTables(PrintStream out) {
        this.out = out;
    }

    void print(Preview preview) {
        ShellTable steps = table("Nothing is left to do", "Step", "Plugin", "What happens");
        preview.steps().forEach(step -> steps.addRow().addContent(step.action(), step.target(), step.detail()));
        steps.print(out);
        permissions(preview);
        lines("Migrations", preview.migrations());
        lines("Publishes", preview.events().publishes());
        lines("Handles", preview.events().subscribes());
        lines("Web console", contributions(preview.contributions()));
        lines("Gone from the web console", contributions(preview.contributionsLost()));
        if (!preview.data().isEmpty()) {
            ShellTable data = table("", "Table to be deleted", "Rows");
            preview.data().forEach(table -> data.addRow().addContent(table.table(), table.rows()));
            data.print(out);
        }
        lines("Needed by", preview.dependants());
        lines(
                "In the way",
                preview.problems().stream()
                        .map(problem -> problem.message() + " [" + problem.code() + "]")
                        .toList());
        lines("To be known", preview.warnings());
        out.println("State " + preview.state() + ". Nothing was done.");
    }

    private void permissions(Preview preview) {
        if (preview.permissions().gained().isEmpty()
                && preview.permissions().lost().isEmpty()) {
            return;
        }
        ShellTable table = table("", "Permission", "Change", "Roles", "People");
        preview.permissions().gained().forEach(change -> row(table, change, "gained"));
        preview.permissions().lost().forEach(change -> row(table, change, "lost"));
        table.print(out);
    }

    private static void row(ShellTable table, Change change, String what) {
        table.addRow()
                .addContent(
                        change.key(),
                        change.irreversible() ? what + ", irreversible" : what,
                        String.join(", ", change.roles()),
                        change.people());
    }

    private static List<String> contributions(List<ContributionView> contributions) {
        return contributions.stream()
                .map(contribution -> contribution.point() + " " + contribution.module())
                .toList();
    }

    private void lines(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            out.println(title + ":");
            lines.forEach(line -> out.println("  " + line));
        }
    }

    private static ShellTable table(String empty, String... columns) {
        ShellTable table = new ShellTable().emptyTableText(empty);
        List.of(columns).forEach(table::column);
        return table;
    }
}
