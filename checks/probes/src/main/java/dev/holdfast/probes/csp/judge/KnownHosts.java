package dev.holdfast.probes.csp.judge;

import dev.holdfast.probes.csp.match.Address;
import dev.holdfast.probes.csp.policy.Source;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Hosts that are known to run what an attacker wants; the data is in a resource beside. */
final class KnownHosts {
    private static final String REGION = "${region}";

    /** Regions of AWS (its own documentation); a name of another is not known here. */
    private static final List<String> REGIONS =
            List.of(
                    "us-east-1",
                    "us-east-2",
                    "us-west-1",
                    "us-west-2",
                    "af-south-1",
                    "ap-east-1",
                    "ap-south-1",
                    "ap-south-2",
                    "ap-southeast-1",
                    "ap-southeast-2",
                    "ap-southeast-3",
                    "ap-southeast-4",
                    "ap-northeast-1",
                    "ap-northeast-2",
                    "ap-northeast-3",
                    "ca-central-1",
                    "ca-west-1",
                    "eu-central-1",
                    "eu-central-2",
                    "eu-west-1",
                    "eu-west-2",
                    "eu-west-3",
                    "eu-north-1",
                    "eu-south-1",
                    "eu-south-2",
                    "il-central-1",
                    "me-central-1",
                    "me-south-1",
                    "sa-east-1");

    private static final KnownHosts ALL = new KnownHosts(read());

    private final List<KnownHost> hosts;

    /** The places in the list of the hosts of that name. */
    private final Map<String, List<Integer>> named = new HashMap<>();

    /** The places of the hosts below that name. */
    private final Map<String, List<Integer>> below = new HashMap<>();

    private KnownHosts(List<KnownHost> hosts) {
        this.hosts = hosts;
        for (int i = 0; i < hosts.size(); i++) {
            String name = hosts.get(i).address().host();
            named.computeIfAbsent(name, _ -> new ArrayList<>()).add(i);
            for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
                below.computeIfAbsent(name.substring(dot + 1), _ -> new ArrayList<>()).add(i);
            }
        }
    }

    /** Those that one of the sources may mean, each once, in their order. */
    static List<KnownHost> named(Stream<Source.Host> sources) {
        TreeSet<Integer> places = new TreeSet<>();
        sources.forEach(source -> places.addAll(ALL.places(source)));
        return places.stream().map(ALL.hosts::get).toList();
    }

    /** Whether one of them is below that name, and more can be said of it than that it is wide. */
    static boolean below(String name) {
        return name.indexOf('.') >= 0 && ALL.below.containsKey(name);
    }

    private Collection<Integer> places(Source.Host source) {
        return source.below()
                ? below.getOrDefault(source.host(), List.of())
                : named.getOrDefault(source.host(), List.of());
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
                    .flatMap(KnownHosts::expanded)
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

    private static Stream<String> expanded(String line) {
        return line.contains(REGION)
                ? REGIONS.stream().map(region -> line.replace(REGION, region))
                : Stream.of(line);
    }
}
