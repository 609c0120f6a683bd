package dev.holdfast.core.check;

import dev.holdfast.core.result.CheckId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Every check id that this build of Holdfast can report, with what it means. */
public final class Catalogue {
    private final TreeMap<CheckId, CheckInfo> byId = new TreeMap<>();

    /**
     * Joins what the capabilities bring.
     *
     * @throws IllegalArgumentException when two of them claim the same id
     */
    public Catalogue(List<? extends Collection<CheckInfo>> parts) {
        for (Collection<CheckInfo> part : parts) {
            for (CheckInfo info : part) {
                if (byId.putIfAbsent(info.id(), info) != null) {
                    throw new IllegalArgumentException("two checks are called " + info.id());
                }
            }
        }
    }

    /** What that id means, when there is such an id. */
    public Optional<CheckInfo> find(CheckId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Every id, sorted. */
    public Set<CheckId> ids() {
        return Collections.unmodifiableSet(byId.keySet());
    }

    /** Every id with what it means, sorted by id. */
    public Map<CheckId, CheckInfo> all() {
        return Collections.unmodifiableMap(byId);
    }
}
