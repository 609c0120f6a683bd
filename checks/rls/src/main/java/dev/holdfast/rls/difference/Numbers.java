package dev.holdfast.rls.difference;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Operator;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import dev.holdfast.rls.catalog.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * Which oid of one catalogue means what an oid of another does. What has no counterpart, or may
 * mean something else, gets a number that the other catalogue has nowhere.
 */
final class Numbers {
    private static final long FIRST_OF_USERS = 16_384;
    private static final long ELSEWHERE = 10_000_000_000L;
    // A constant that is an oid itself may be the same and mean something else.
    private static final Pattern CONSTANT = Pattern.compile(":consttype (\\d+)");

    private final Map<Long, Long> roles = new HashMap<>();
    private final Map<Long, Long> relations = new HashMap<>();
    private final Map<Long, Long> types = new HashMap<>();
    private final Map<Long, Long> functions = new HashMap<>();
    private final Map<Long, Long> operators = new HashMap<>();

    /**
     * The counterparts by name.
     *
     * @param same whether a function of the one is that function of the other, and gives the same
     */
    Numbers(Catalog of, Catalog as, BiPredicate<Function, Function> same) {
        of.roles()
                .forEach((oid, role) ->
                        as.role(role.name()).ifPresent(each -> roles.put(oid, each.oid())));
        of.relations()
                .forEach((oid, each) ->
                        as.relation(each.schema(), each.name())
                                .filter(it -> isAligned(each, it))
                                .ifPresent(it -> relations.put(oid, it.oid())));
        types(of, as);
        Names ours = new Names(of);
        Names theirs = new Names(as);
        Map<String, Function> byName = new HashMap<>();
        as.functions().forEach((oid, each) -> byName.put(theirs.function(oid), each));
        of.functions()
                .forEach((oid, each) -> {
                    Function other = oid < FIRST_OF_USERS ? null : byName.get(ours.function(oid));
                    if (other != null && same.test(each, other)) {
                        functions.put(oid, other.oid());
                    }
                });
        operators(of, as, ours, theirs);
    }

    /** Whether the columns have the same numbers and types. */
    static boolean isAligned(Relation one, Relation other) {
        for (Column each : one.columns()) {
            boolean moved =
                    other.column(each.name())
                            .filter(it ->
                                    it.number() != each.number()
                                            || !it.typeName().equals(each.typeName()))
                            .isPresent();
            boolean taken =
                    other.column(each.number())
                            .filter(it -> !it.name().equals(each.name()))
                            .isPresent();
            if (moved || taken) {
                return false;
            }
        }
        return true;
    }

    /** Values of an enum are oids, which two databases number differently. */
    private void types(Catalog of, Catalog as) {
        Map<String, Type> byName = new HashMap<>();
        as.types().values().forEach(each -> byName.put(each.schema() + "." + each.name(), each));
        of.types()
                .forEach((oid, each) -> {
                    Type other = byName.get(each.schema() + "." + each.name());
                    if (other != null
                            && other.kind() == each.kind()
                            && (each.kind() == 'b' || each.kind() == 'd' || each.kind() == 'p')
                            && each.element() == 0
                            && other.category() == each.category()) {
                        types.put(oid, other.oid());
                    }
                });
    }

    private void operators(Catalog of, Catalog as, Names ours, Names theirs) {
        Map<String, Operator> byName = new HashMap<>();
        as.operators().forEach((oid, each) -> byName.put(theirs.operator(oid), each));
        of.operators()
                .forEach((oid, each) -> {
                    Operator other = oid < FIRST_OF_USERS ? null : byName.get(ours.operator(oid));
                    if (other != null && function(each.function()) == other.function()) {
                        operators.put(oid, other.oid());
                    }
                });
    }

    private static long number(Map<Long, Long> map, long oid) {
        return oid < FIRST_OF_USERS ? oid : map.getOrDefault(oid, ELSEWHERE + oid);
    }

    long role(long oid) {
        // The first superuser has the same number everywhere, whatever its name.
        return oid == Role.PUBLIC ? oid : roles.getOrDefault(oid, ELSEWHERE + oid);
    }

    long relation(long oid) {
        return number(relations, oid);
    }

    long type(long oid) {
        return number(types, oid);
    }

    long function(long oid) {
        return number(functions, oid);
    }

    long operator(long oid) {
        return number(operators, oid);
    }

    /** Two databases may mean different collations by one number; equality is the same in most. */
    long collation(long oid) {
        return oid < FIRST_OF_USERS ? oid : ELSEWHERE + oid;
    }

    String tree(String tree) {
        return CONSTANT.matcher(numbered(tree))
                .replaceAll(each -> {
                    long type = Long.parseLong(each.group(1));
                    return ":consttype "
                            + (Names.REFERENCES.contains(type) ? ELSEWHERE + type : type);
                });
    }

    private String numbered(String tree) {
        return TreeOids.replace(
                tree,
                (kind, oid) ->
                        String.valueOf(
                                switch (kind) {
                                    case TYPE -> type(oid);
                                    case FUNCTION -> function(oid);
                                    case OPERATOR -> operator(oid);
                                    case RELATION -> relation(oid);
                                    case COLLATION -> collation(oid);
                                }));
    }
}
