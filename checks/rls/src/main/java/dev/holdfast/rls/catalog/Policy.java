package dev.holdfast.rls.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A policy (pg_policy).
 *
 * @param roles for whom it counts; {@link Role#PUBLIC} is everybody
 * @param using which rows are seen and may be changed, or empty when nothing is said
 * @param check which rows may be written, or empty when nothing is said
 */
public record Policy(
        long oid,
        String name,
        long relation,
        Command command,
        boolean permissive,
        List<Long> roles,
        Optional<Stored> using,
        Optional<Stored> check) {
    public Policy {
        roles = List.copyOf(roles);
    }
}
