package dev.holdfast.rls.difference;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Collation;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Operator;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Type;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What things of a catalogue are called, the same in every database that has them. */
final class Names {
    private static final Pattern CONSTANT = Pattern.compile(":consttype (\\d+)");
    // regproc, regprocedure, regoper, regoperator, regclass, regtype, regrole, regnamespace,
    // regconfig, regdictionary, oid (pg_type.dat)
    static final Set<Long> REFERENCES =
            Set.of(24L, 26L, 2202L, 2203L, 2204L, 2205L, 2206L, 4096L, 4089L, 3734L, 3769L);
    private static final long FIRST_OF_USERS = 16_384;

    private final Catalog catalog;

    Names(Catalog catalog) {
        this.catalog = catalog;
    }

    String relation(long oid) {
        Relation it = catalog.relations().get(oid);
        return it == null ? "relation " + oid : it.fullName();
    }

    String type(long oid) {
        Type it = catalog.types().get(oid);
        return it == null ? "type " + oid : it.schema() + "." + it.name();
    }

    /** With the types of its arguments, as functions are told apart. */
    String function(long oid) {
        Function it = catalog.functions().get(oid);
        return it == null
                ? "function " + oid
                : it.schema()
                        + "."
                        + it.name()
                        + it.argumentTypes().stream()
                                .map(this::type)
                                .collect(Collectors.joining(",", "(", ")"));
    }

    String operator(long oid) {
        Operator it = catalog.operators().get(oid);
        return it == null
                ? "operator " + oid
                : "%s.%s(%s,%s)"
                        .formatted(it.schema(), it.name(), type(it.left()), type(it.right()));
    }

    private String collation(long oid) {
        Collation it = catalog.collations().get(oid);
        return it == null ? "collation " + oid : it.schema() + "." + it.name() + it.definition();
    }

    String role(long oid) {
        return catalog.roleName(oid);
    }

    /** A node tree with names in the place of oids. */
    String tree(String tree) {
        return TreeOids.replace(
                        tree,
                        (kind, oid) ->
                                switch (kind) {
                                    case TYPE -> type(oid);
                                    case FUNCTION -> function(oid);
                                    case OPERATOR -> operator(oid);
                                    case RELATION -> relation(oid);
                                    case COLLATION -> collation(oid);
                                })
                .replaceAll(":(?:location|stmt_location|stmt_len) -?\\d+", "")
                .replaceAll(":checkAsUser \\d+", "");
    }

    /** Whether a constant of the tree is itself an oid, or a value of an enum, which is one. */
    boolean hasOidsAsValues(String tree) {
        return CONSTANT.matcher(tree)
                .results()
                .map(each -> Long.parseLong(each.group(1)))
                .anyMatch(each ->
                        REFERENCES.contains(each)
                                || Optional.ofNullable(catalog.types().get(each))
                                        .filter(it -> it.kind() != 'b' || it.element() != 0)
                                        .filter(_ -> each >= FIRST_OF_USERS)
                                        .isPresent());
    }
}
