package dev.holdfast.rls.prove;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import dev.holdfast.rls.catalog.Trigger;
import dev.holdfast.rls.tree.CalledFunctions;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Triggers that change settings. A WITH CHECK is evaluated after BEFORE triggers, and so is what
 * RETURNING shows and what the rest of the statement reads: for these a session is then no longer
 * what it was given (PostgreSQL documentation, 37.1 Overview of Trigger Behavior).
 */
public final class SettingTriggers {
    private static final long FIRST_OF_USERS = 16_384;

    private final Catalog catalog;
    private final EffectiveAccess access;
    private final Set<Long> changing;

    /** The triggers of a catalogue. */
    public SettingTriggers(Catalog catalog, EffectiveAccess access) {
        this.catalog = catalog;
        this.access = access;
        this.changing = changing(catalog);
    }

    /** Why a session is not what it was given while the role reads and writes a relation. */
    Optional<String> reason(Relation relation, Role role) {
        Set<Long> rows = Lineage.of(catalog, relation.oid());
        return setOff(role).stream()
                .filter(each -> rows.contains(each.relation()))
                .findFirst()
                .map(each -> "the trigger " + named(each))
                .or(() -> filling(rows))
                .map(each ->
                        each
                                + " changes settings, so that what a session was given need not be"
                                + " what policies read after it");
    }

    /** A WITH CHECK is evaluated behind defaults, and behind the CHECKs of an earlier row. */
    private Optional<String> filling(Set<Long> rows) {
        Set<String> names =
                changing.stream()
                        .map(each -> catalog.functions().get(each))
                        .filter(Objects::nonNull)
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toCollection(HashSet::new));
        names.add("set_config");
        return rows.stream()
                .map(each -> catalog.relations().get(each))
                .filter(Objects::nonNull)
                .flatMap(each ->
                        Stream.concat(
                                each.columns().stream()
                                        .filter(it -> calls(it.defaultText(), names))
                                        .map(it ->
                                                "the default of "
                                                        + each.fullName()
                                                        + "."
                                                        + it.name()),
                                catalog.constraintsOf(each.oid()).stream()
                                        .filter(it ->
                                                it.expression()
                                                        .filter(text -> calls(text.text(), names))
                                                        .isPresent())
                                        .map(it ->
                                                "the constraint "
                                                        + it.name()
                                                        + " of "
                                                        + each.fullName())))
                .findFirst();
    }

    private static boolean calls(String sql, Set<String> names) {
        return CalledFunctions.named(sql).stream().anyMatch(names::contains);
    }

    /** The triggers that change settings and that the role sets off by what it may write. */
    public List<Trigger> setOff(Role role) {
        return catalog.triggers().stream()
                .filter(each -> changing.contains(each.function()))
                .filter(each -> SetOff.by(role.oid(), each, access))
                .toList();
    }

    /** The trigger and where it stands. */
    public String named(Trigger trigger) {
        Relation on = catalog.relations().get(trigger.relation());
        return trigger.name() + (on == null ? "" : " on " + on.fullName());
    }

    /** Also those that call a function that does, in any case. */
    private static Set<Long> changing(Catalog catalog) {
        List<Function> users =
                catalog.functions().values().stream()
                        .filter(each -> each.oid() >= FIRST_OF_USERS)
                        .filter(each -> each.extension().isEmpty())
                        .toList();
        Set<Long> found =
                users.stream()
                        .filter(SettingChanges::isChange)
                        .map(Function::oid)
                        .collect(Collectors.toCollection(HashSet::new));
        boolean more = true;
        while (more) {
            Set<String> names =
                    users.stream()
                            .filter(each -> found.contains(each.oid()))
                            .map(each -> each.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.toSet());
            more =
                    found.addAll(
                            users.stream()
                                    .filter(each ->
                                            calls(each.source(), names)
                                                    || isBodyOf(each, found, catalog))
                                    .map(Function::oid)
                                    .toList());
        }
        return found;
    }

    /** A body that is stored as a tree has no text. */
    private static boolean isBodyOf(Function function, Set<Long> found, Catalog catalog) {
        return function.body()
                .filter(body ->
                        CalledFunctions.of(body).stream()
                                .anyMatch(each ->
                                        found.contains(each)
                                                || Optional.ofNullable(
                                                                catalog.functions().get(each))
                                                        .filter(SettingChanges::isChange)
                                                        .isPresent()))
                .isPresent();
    }
}
