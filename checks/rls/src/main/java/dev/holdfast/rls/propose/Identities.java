package dev.holdfast.rls.propose;

import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Relation;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which expression of the session is a user, and which a tenant. */
final class Identities {
    private static final String UID = "auth.uid()";

    private final Tables tables;
    private final Set<Comparison> comparisons;
    private final Reasons reasons;
    private final Map<SaysWho, Set<Long>> policies = new LinkedHashMap<>();

    Identities(Tables tables, Set<Comparison> comparisons, Reasons reasons) {
        this.tables = tables;
        this.comparisons = comparisons;
        this.reasons = reasons;
        for (Comparison each : comparisons) {
            policies.computeIfAbsent(each.who(), _ -> new HashSet<>()).add(each.policy().oid());
        }
    }

    /** The expression that says who asks. */
    Optional<SaysWho> user() {
        List<SaysWho> found = ranked(false);
        if (found.isEmpty()) {
            return platform();
        }
        return Optional.of(chosen("identity", found));
    }

    /** The expression that says for which tenants the session works. */
    Optional<SaysWho> tenant() {
        List<SaysWho> found = ranked(true);
        return found.isEmpty() ? Optional.empty() : Optional.of(chosen("tenant.session", found));
    }

    private List<SaysWho> ranked(boolean tenants) {
        return policies.keySet().stream()
                .filter(each -> isTenant(each) == tenants)
                .sorted(
                        Comparator.comparingInt((SaysWho each) -> -count(each))
                                .thenComparingInt(each -> each.path().size())
                                .thenComparing(SaysWho::text))
                .toList();
    }

    private int count(SaysWho who) {
        return policies.getOrDefault(who, Set.of()).size();
    }

    private SaysWho chosen(String key, List<SaysWho> found) {
        SaysWho first = found.getFirst();
        reasons.add(
                key,
                "%d of the %d policies that compare something with the session compare it with this"
                        .formatted(count(first), all()));
        for (SaysWho other : found.subList(1, found.size())) {
            reasons.add(
                    key, "or is it %s? %d policies ask it".formatted(other.text(), count(other)));
        }
        return first;
    }

    private long all() {
        return comparisons.stream().map(each -> each.policy().oid()).distinct().count();
    }

    /** Whether it says a tenant: by its name, else by the columns that it is compared with. */
    boolean isTenant(SaysWho who) {
        if (who instanceof SaysWho.ByRole) {
            return false;
        }
        String name = who.text().replaceFirst("^current_setting", "");
        boolean user = Words.suggestsUser(name);
        if (user != Words.suggestsTenant(name)) {
            return !user;
        }
        int votes = 0;
        for (Comparison each : comparisons) {
            if (each.who().equals(who)) {
                votes += vote(each);
            }
        }
        return votes > 0;
    }

    private int vote(Comparison comparison) {
        return switch (comparison) {
            case Comparison.WithMembers _ -> -1;
            case Comparison.WithSession it -> {
                if (it.several() || isOfTenants(it.relation(), it.column())) {
                    yield 1;
                }
                yield -1;
            }
        };
    }

    private boolean isOfTenants(Relation relation, Column column) {
        return tables.refersElsewhere(relation, column)
                || (!tables.refersToUsers(relation, column) && Words.suggestsTenant(column.name()));
    }

    /** Without any policy to go by, what the platform has for it. */
    private Optional<SaysWho> platform() {
        Optional<Function> uid =
                tables.catalog().functions().values().stream()
                        .filter(each ->
                                each.argumentTypes().isEmpty() && SqlText.call(each).equals(UID))
                        .findFirst();
        if (uid.isEmpty() || !ranked(true).isEmpty()) {
            return Optional.empty();
        }
        reasons.add(
                "identity",
                "no policy compares a column with it; the platform says by it who asks");
        return Optional.of(
                new SaysWho.ByFunction(
                        UID,
                        Optional.of(
                                new SaysWho.ByClaim(
                                        new SaysWho.BySetting("request.jwt.claims"),
                                        List.of("sub")))));
    }

    /** Others that name the same user: the same columns are compared with them. */
    List<SaysWho> likewise(SaysWho chosen) {
        Set<String> columns = new HashSet<>();
        for (Comparison each : comparisons) {
            if (each.who().equals(chosen)) {
                columns.add(place(each));
            }
        }
        return comparisons.stream()
                .filter(each -> !each.who().equals(chosen) && columns.contains(place(each)))
                .map(Comparison::who)
                .filter(each -> isTenant(each) == isTenant(chosen))
                .distinct()
                .toList();
    }

    private static String place(Comparison comparison) {
        return switch (comparison) {
            case Comparison.WithSession it -> it.relation().fullName() + " " + it.column().name();
            case Comparison.WithMembers it -> it.members().fullName() + " " + it.user().name();
        };
    }
}
