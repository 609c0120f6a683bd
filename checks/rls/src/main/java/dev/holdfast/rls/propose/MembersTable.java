package dev.holdfast.rls.propose;

import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which table says who is a member of which tenant. */
final class MembersTable {
    private static final String KEY = "tenant.members";

    private final Tables tables;
    private final Set<Comparison> comparisons;
    private final Identities identities;
    private final Reasons reasons;

    MembersTable(
            Tables tables, Set<Comparison> comparisons, Identities identities, Reasons reasons) {
        this.tables = tables;
        this.comparisons = comparisons;
        this.identities = identities;
        this.reasons = reasons;
    }

    /** A table with the columns of the user and of the tenant. */
    record Found(Relation table, Column user, Column tenant) {
        String text() {
            return "%s (%s, %s)".formatted(table.fullName(), user.name(), tenant.name());
        }
    }

    /** The one that policies ask; without any, the one that the keys of the tables speak for. */
    Optional<Found> find(boolean byKeysToo) {
        Map<Found, Set<Long>> asked = asked();
        if (asked.isEmpty()) {
            return byKeysToo ? byKeys() : Optional.empty();
        }
        List<Found> ranked =
                asked.keySet().stream()
                        .sorted(
                                Comparator.comparing(this::isOwnedParent)
                                        .thenComparingInt(
                                                each -> -asked.getOrDefault(each, Set.of()).size())
                                        .thenComparing(Found::text))
                        .toList();
        Found first = ranked.getFirst();
        reasons.add(
                KEY,
                "%d policies look up there who is asking, and compare its %s"
                        .formatted(
                                asked.getOrDefault(first, Set.of()).size(), first.tenant().name()));
        if (isOwnedParent(first)) {
            reasons.add(
                    KEY,
                    "each of its rows is a tenant with one user: who inserts one is a member of a"
                            + " new tenant, which a proof of escalation takes for one");
        }
        ranked.stream()
                .skip(1)
                .forEach(each ->
                        reasons.add(
                                KEY,
                                "or is it %s? %d policies ask it"
                                        .formatted(
                                                each.text(),
                                                asked.getOrDefault(each, Set.of()).size())));
        return Optional.of(first);
    }

    private Map<Found, Set<Long>> asked() {
        Map<Found, Set<Long>> asked = new LinkedHashMap<>();
        for (Comparison each : comparisons) {
            if (each instanceof Comparison.WithMembers it
                    && !identities.isTenant(it.who())
                    && !it.user().equals(it.tenant())
                    && !tables.refersToUsers(it.members(), it.tenant())) {
                asked.computeIfAbsent(
                                new Found(it.members(), it.user(), it.tenant()),
                                _ -> new LinkedHashSet<>())
                        .add(it.policy().oid());
            }
        }
        return asked;
    }

    /** Whether it is what rows belong to, with a column of its owner, and no list of members. */
    private boolean isOwnedParent(Found found) {
        return tables.isKey(found.table(), found.tenant());
    }

    private Optional<Found> byKeys() {
        List<Found> pairs = new ArrayList<>();
        for (Relation table : tables.all()) {
            for (Column user : table.columns()) {
                for (Column tenant : table.columns()) {
                    if (tables.refersToUsers(table, user)
                            && tables.refersElsewhere(table, tenant)
                            && tables.isPair(table, user, tenant)
                            && referring(table, tenant) > 1) {
                        pairs.add(new Found(table, user, tenant));
                    }
                }
            }
        }
        pairs.sort(
                Comparator.comparingLong((Found each) -> -referring(each.table(), each.tenant()))
                        .thenComparing(Found::text));
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        Found first = pairs.getFirst();
        reasons.add(
                KEY,
                "no policy asks it; its key is a user and a row of %s, to which %d tables refer"
                        .formatted(
                                tables.targets(first.table(), first.tenant())
                                        .getFirst()
                                        .relation()
                                        .fullName(),
                                referring(first.table(), first.tenant())));
        pairs.stream().skip(1).forEach(each -> reasons.add(KEY, "or is it " + each.text() + "?"));
        return Optional.of(first);
    }

    /** How many tables refer to what the column refers to. */
    private long referring(Relation table, Column column) {
        Relation target = tables.targets(table, column).getFirst().relation();
        return tables.all().stream()
                .filter(each ->
                        each.columns().stream()
                                .anyMatch(one ->
                                        tables.targets(each, one).stream()
                                                .anyMatch(to -> to.relation().equals(target))))
                .count();
    }
}
