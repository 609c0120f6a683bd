package dev.holdfast.probes.csp;

import dev.holdfast.core.exhibit.Exhibit;
import dev.holdfast.core.exhibit.Tone;
import dev.holdfast.probes.csp.match.Sink;
import dev.holdfast.probes.session.Seen;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.verdict.Observation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The table of what takes effect on each page. */
final class PageTable {
    private final List<Exhibit.Row> rows = new ArrayList<>();

    void add(Route route, Map<Sink, Boolean> allows) {
        List<Exhibit.Cell> cells =
                Arrays.stream(Sink.values())
                        .map(sink ->
                                allows.getOrDefault(sink, false)
                                        ? new Exhibit.Cell("takes effect", List.of(), Tone.OPEN)
                                        : new Exhibit.Cell("stopped", List.of(), Tone.CLOSED))
                        .toList();
        rows.add(new Exhibit.Row(route.routeClass().word(), route.path(), "GET", cells));
    }

    Seen seen(List<Observation> observations) {
        if (rows.isEmpty()) {
            return Seen.of(observations);
        }
        Exhibit exhibit =
                new Exhibit(
                        "What injected content may do",
                        "What a current Chromium makes of each page's policies when an attacker"
                                + " gets markup into the page.",
                        "route",
                        "method",
                        Arrays.stream(Sink.values()).map(Sink::word).toList(),
                        rows);
        return new Seen(observations, List.of(exhibit));
    }
}
