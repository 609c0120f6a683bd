package dev.holdfast.rls.catalog;

import java.util.List;

/**
 * What is granted on objects that a role will make (pg_default_acl).
 *
 * @param owner who makes them
 * @param schema where, or empty for everywhere
 * @param objects {@code r} relations, {@code S} sequences, {@code f} functions, {@code T} types,
 *     {@code n} schemas
 */
public record DefaultAcl(long owner, String schema, char objects, List<Grant> acl) {
    public DefaultAcl {
        acl = List.copyOf(acl);
    }
}
