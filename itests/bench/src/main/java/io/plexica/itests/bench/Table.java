package io.plexica.itests.bench;

import java.util.ArrayList;
import java.util.List;

/** A table as Markdown. */
final class Table {

    private Table() {}

    static void print(List<String> head, List<String[]> rows) {
        List<String[]> all = new ArrayList<>();
        all.add(head.toArray(String[]::new));
        all.addAll(rows);
        int[] widths = new int[head.size()];
        for (String[] row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        for (int i = 0; i < all.size(); i++) {
            System.out.println(line(all.get(i), widths, " "));
            if (i == 0) {
                System.out.println(line(new String[widths.length], widths, "-"));
            }
        }
    }

    private static String line(String[] cells, int[] widths, String filler) {
        StringBuilder line = new StringBuilder("|");
        for (int i = 0; i < widths.length; i++) {
            String cell = cells[i] == null ? "" : cells[i];
            line.append(filler)
                    .append(cell)
                    .append(filler.repeat(widths[i] - cell.length() + 1))
                    .append('|');
        }
        return line.toString();
    }
}
