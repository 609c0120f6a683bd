package dev.holdfast.rls.catalog;

import java.util.List;

/** A schema (pg_namespace). */
public record Schema(long oid, String name, long owner, List<Grant> acl) {
    public Schema {
        acl = List.copyOf(acl);
    }
}
