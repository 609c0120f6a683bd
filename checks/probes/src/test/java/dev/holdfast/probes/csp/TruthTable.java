package dev.holdfast.probes.csp;

import dev.holdfast.probes.csp.match.Sink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Policies written by hand, with the sinks that Chromium let through when it was asked. */
final class TruthTable {
    /** One of them. */
    record Row(Delivered policies, Set<String> allowed) {
        Row {
            allowed = Set.copyOf(allowed);
        }

        boolean allows(Sink sink) {
            return allowed.contains(sink.word());
        }
    }

    private TruthTable() {}

    /** Lines of: H or M (header or meta), the policies with ||| between them, the sinks. */
    static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        TruthTable.class.getResourceAsStream("truth.tsv")),
                                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                String[] values = unescaped(cells[1]).split(" \\|\\|\\| ", -1);
                rows.add(
                        new Row(
                                cells[0].equals("M")
                                        ? Delivered.meta(values)
                                        : Delivered.header(values),
                                new TreeSet<>(Arrays.asList(cells[2].split(" ")))));
            }
        }
        return rows;
    }

    private static String unescaped(String text) {
        return text.replace("\\v", "\u000B")
                .replace("\\f", "\f")
                .replace("\\t", "\t")
                .replace("\\x01", "\u0001")
                .replace("\\xA0", "\u00A0");
    }
}
