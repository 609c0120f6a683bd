package dev.holdfast.rls.access;

import dev.holdfast.rls.catalog.Command;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Stored;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The policies that count when a role executes a command: a row passes when one permissive policy
 * and all restrictive ones let it (sql-createpolicy).
 */
public record Gate(Command command, List<Policy> permissive, List<Policy> restrictive) {
    public Gate {
        permissive = List.copyOf(permissive);
        restrictive = List.copyOf(restrictive);
    }

    /** Which side of a command is asked about. */
    public enum Side {
        /** Rows that are there: what is seen, changed, deleted. */
        OLD,
        /** Rows that are written. */
        NEW
    }

    /** All of them. */
    public List<Policy> policies() {
        return Stream.concat(permissive.stream(), restrictive.stream()).toList();
    }

    /** Their names. */
    public List<String> names() {
        return policies().stream().map(Policy::name).toList();
    }

    /**
     * What a policy demands on a side: without WITH CHECK its USING counts for written rows
     * (sql-createpolicy); an empty answer lets nothing pass.
     */
    public static Optional<Stored> demand(Policy policy, Side side) {
        return side == Side.OLD ? policy.using() : policy.check().or(policy::using);
    }
}
