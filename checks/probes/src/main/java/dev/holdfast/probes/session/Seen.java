package dev.holdfast.probes.session;

import dev.holdfast.core.exhibit.Exhibit;
import dev.holdfast.probes.verdict.Observation;
import java.util.List;

/** What a probe saw. */
public record Seen(List<Observation> observations, List<Exhibit> exhibits) {
    public Seen {
        observations = List.copyOf(observations);
        exhibits = List.copyOf(exhibits);
    }

    /** Observations alone. */
    public static Seen of(List<Observation> observations) {
        return new Seen(observations, List.of());
    }
}
