package dev.holdfast.probes.csp.judge;

import dev.holdfast.probes.csp.match.Address;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Hosts that are known to run what an attacker wants; the data is in a resource beside. */
final class KnownHosts {
    private static final List<KnownHost> ALL = read();

    private KnownHosts() {}

    static List<KnownHost> all() {
        return ALL;
    }

    private static List<KnownHost> read() {
        try (InputStream in = KnownHosts.class.getResourceAsStream("known-hosts.tsv");
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        Objects.requireNonNull(in, "known-hosts.tsv"),
                                        StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", 3))
                    .map(cells ->
                            new KnownHost(
                                    KnownHost.Kind.valueOf(cells[0].toUpperCase(Locale.ROOT)),
                                    cells[1],
                                    Address.of(cells[1]),
                                    cells[2]))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
