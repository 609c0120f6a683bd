package dev.holdfast.rls.propose;

import dev.holdfast.rls.tenancy.Tenancy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tenancy spec for somebody to confirm.
 *
 * @param tenancy what could be found; empty when it says too little to be a spec
 * @param because why each key has its value, and what else it may be, by key
 * @param missing what could not be found
 * @param unsaid tables of which nothing says whose their rows are, and what speaks for their being
 *     the same for everybody; they are never proposed to be
 * @param notes how the catalogue came to be
 */
public record Proposal(
        Optional<Tenancy> tenancy,
        Map<String, List<String>> because,
        List<String> missing,
        Map<String, String> unsaid,
        List<String> notes) {
    public Proposal {
        because = Collections.unmodifiableMap(new LinkedHashMap<>(because));
        missing = List.copyOf(missing);
        unsaid = Collections.unmodifiableMap(new LinkedHashMap<>(unsaid));
        notes = List.copyOf(notes);
    }

    /** Whether nothing is missing that a proof needs. */
    public boolean isComplete() {
        return tenancy.isPresent() && missing.isEmpty();
    }
}
