package io.plexica.backup.internal.shell;

import io.plexica.backup.internal.doctor.Diagnosis;
import io.plexica.backup.internal.doctor.Diagnosis.Entry;
import io.plexica.backup.internal.doctor.Doctor;
import io.plexica.shell.PlexicaCommand;
import io.plexica.spi.doctor.Finding.Level;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Looks what ails the platform; fails when anything does not work or is not safe. */
@Service
@Command(
        scope = "plexica",
        name = "doctor",
        description = "Looks at everything that may ail the platform, and says what to do")
public final class DoctorCommand extends PlexicaCommand {

    @Option(name = "--all", description = "Also show what is well")
    private boolean all;

    @Reference
    private Doctor doctor;

    @Override
    protected void run() throws Exception {
        Diagnosis diagnosis = doctor.examine();
        if (json) {
            printJson(diagnosis);
        } else {
            table(diagnosis);
        }
        if (diagnosis.status() == Level.FAIL) {
            throw new IllegalStateException(diagnosis.count(Level.FAIL) + " things do not work or are not safe");
        }
    }

    private void table(Diagnosis diagnosis) {
        ShellTable table = new ShellTable().emptyTableText("All is well.");
        table.column("level");
        table.column("area");
        table.column("what");
        table.column("found");
        table.column("what to do");
        for (Entry entry : diagnosis.findings()) {
            if (all || entry.level() != Level.OK) {
                table.addRow()
                        .addContent(
                                entry.level(),
                                entry.area(),
                                entry.subject(),
                                entry.found(),
                                entry.advice() == null ? "" : entry.advice());
            }
        }
        table.print(out());
        out().printf(
                        "%d OK, %d WARN, %d FAIL%n",
                        diagnosis.count(Level.OK), diagnosis.count(Level.WARN), diagnosis.count(Level.FAIL));
    }
}
