package dev.holdfast.rls.proving;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Constraint;
import dev.holdfast.rls.catalog.Dependency;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Rule;
import dev.holdfast.rls.catalog.Trigger;
import dev.holdfast.rls.prove.Lineage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The SECURITY DEFINER functions that may get at a table: that name it, or something that does, or
 * that run SQL which is only made at run time; and the functions of triggers that foreign keys set
 * off with the rights of a table's owner. In doubt a function is one of them.
 */
final class Definers {
    private static final long FIRST_OF_USERS = 16_384;
    private static final Set<String> LOOKED_INTO = Set.of("sql", "plpgsql", "c", "internal");
    private static final Pattern MADE_LATER =
            Pattern.compile(
                    "(?i)\\bexecute\\b|_to_xml|\\bdblink|\\bts_stat\\b|\\bcrosstab|\\bconnectby\\b|\\bts_rewrite\\b|\\bxpath_table\\b"
                            // Statistics hold values of rows; files and large objects may.
                            + "|\\bpg_stat(?:s|istic)\\w*|\\bpg_read_\\w+|\\blo_\\w+"
                            + "|\\bu&\"");
    private static final Pattern OID = Pattern.compile(":(?:relid|(?:op)?funcid) (\\d+)");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_$]+");

    private final Catalog catalog;
    private final Map<Long, Set<String>> words = new HashMap<>();
    private final Map<Long, Set<Long>> needed = new HashMap<>();
    private final Map<Long, Set<Long>> known = new HashMap<>();
    private final Set<Long> setOff;

    Definers(Catalog catalog) {
        this.catalog = catalog;
        this.setOff = setOffByKeys(catalog);
        users().forEach(each -> words.put(each.oid(), words(each.source())));
        for (Dependency each : catalog.dependencies()) {
            if (each.kind() == Dependency.Kind.FUNCTION) {
                need(each.dependent(), Set.of(each.relation(), each.function()));
            }
        }
        users().forEach(each -> each.body().ifPresent(body -> need(each.oid(), oids(body))));
        for (Rule each : catalog.rules()) {
            need(each.view(), oids(each.action()));
        }
        for (Trigger each : catalog.triggers()) {
            need(each.relation(), Set.of(each.function()));
        }
    }

    /** Those of one table. */
    List<Function> reaching(Relation relation) {
        Set<Long> reaching = all(relation);
        return users().stream()
                .filter(each -> each.definer() || setOff.contains(each.oid()))
                .filter(each -> reaching.contains(each.oid()))
                .toList();
    }

    /** The views that may get at it with their owners' rights, or were filled so. */
    List<Relation> views(Relation relation) {
        Set<Long> reaching = all(relation);
        return catalog.allRelations().stream()
                .filter(each ->
                        each.kind() == Relation.Kind.VIEW
                                || each.kind() == Relation.Kind.MATERIALIZED_VIEW)
                .filter(each -> reaching.contains(each.oid()) && !each.isInvokersView())
                .toList();
    }

    /** Everything that may get at it. */
    private Set<Long> all(Relation relation) {
        return known.computeIfAbsent(relation.oid(), this::found);
    }

    private Set<Long> found(long relation) {
        Set<Long> reaching = new HashSet<>(Lineage.of(catalog, relation));
        users().stream().filter(Definers::isMadeLater).map(Function::oid).forEach(reaching::add);
        boolean more = true;
        while (more) {
            Set<String> names = names(reaching);
            Set<Long> next =
                    needed.entrySet().stream()
                            .filter(each -> each.getValue().stream().anyMatch(reaching::contains))
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toCollection(HashSet::new));
            users().stream()
                    .filter(each -> isNaming(each, names))
                    .map(Function::oid)
                    .forEach(next::add);
            more = reaching.addAll(next);
        }
        return reaching;
    }

    /**
     * The trigger functions that the action of a foreign key sets off: it is a statement of the
     * table's owner (src/backend/utils/adt/ri_triggers.c, ri_PerformCheck), and so are they.
     */
    private static Set<Long> setOffByKeys(Catalog catalog) {
        Set<Long> tables =
                catalog.constraints().stream()
                        .filter(Constraint::acts)
                        .flatMap(each -> Lineage.of(catalog, each.relation()).stream())
                        .collect(Collectors.toSet());
        return catalog.triggers().stream()
                .filter(each -> tables.contains(each.relation()))
                .map(Trigger::function)
                .collect(Collectors.toSet());
    }

    private boolean isNaming(Function function, Set<String> names) {
        Set<String> own = words.getOrDefault(function.oid(), Set.of());
        return names.stream().anyMatch(each -> own.containsAll(words(each)));
    }

    private Set<String> names(Set<Long> oids) {
        return oids.stream()
                .map(each ->
                        Optional.ofNullable(catalog.relations().get(each))
                                .map(Relation::name)
                                .or(() ->
                                        Optional.ofNullable(catalog.functions().get(each))
                                                .map(Function::name)))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private static boolean isMadeLater(Function function) {
        return !LOOKED_INTO.contains(function.language())
                || MADE_LATER.matcher(function.source()).find();
    }

    private List<Function> users() {
        return catalog.functions().values().stream()
                .filter(each -> each.oid() >= FIRST_OF_USERS)
                .toList();
    }

    private void need(long dependent, Set<Long> on) {
        needed.computeIfAbsent(dependent, _ -> new HashSet<>())
                .addAll(on.stream().filter(each -> each != 0).toList());
    }

    private static Set<Long> oids(String tree) {
        return OID.matcher(tree)
                .results()
                .map(each -> Long.parseLong(each.group(1)))
                .collect(Collectors.toSet());
    }

    /** A name of several words, {@code "My notes"}, is where all of its words are. */
    private static Set<String> words(String text) {
        return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toSet());
    }
}
