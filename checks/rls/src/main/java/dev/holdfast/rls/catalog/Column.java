package dev.holdfast.rls.catalog;

import java.util.List;

/**
 * A column of a relation (pg_attribute).
 *
 * @param number 1-based, as node trees name it
 * @param typeName as it is declared: {@code character varying(40)}
 * @param filled whether an INSERT may leave it out: it has a default, is an identity, or may be
 *     NULL
 * @param generated whether its value is always computed, so that nobody may write it
 * @param defaultText what fills it when it is left out, as SQL for people, or empty
 * @param acl what is granted on this column alone
 */
public record Column(
        int number,
        String name,
        long type,
        String typeName,
        boolean notNull,
        boolean filled,
        boolean generated,
        String defaultText,
        List<Grant> acl) {
    public Column {
        acl = List.copyOf(acl);
    }
}
