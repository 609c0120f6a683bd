package dev.holdfast.rls.difference;

import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Constraint;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import dev.holdfast.rls.catalog.Rule;
import dev.holdfast.rls.catalog.Trigger;
import dev.holdfast.rls.difference.Difference.Kind;
import dev.holdfast.rls.prove.Lineage;
import dev.holdfast.rls.prove.Rewritten;
import dev.holdfast.rls.prove.SetOff;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is done to rows beside what a role writes: by rules, by triggers and by the actions of
 * foreign keys. None of it is looked into, so that what is not the same may open something.
 */
final class Beside {
    private static final String NOTHING = "nothing";
    private static final String KEY = "the foreign key of ";

    private final Version before;
    private final Version after;
    private final String role;

    Beside(Version before, Version after, String role) {
        this.before = before;
        this.after = after;
        this.role = role;
    }

    /**
     * Something that is done.
     *
     * @param said what makes it the same
     */
    private record Effect(String words, String said, Severity severity) {}

    /** Of a relation that both have. */
    List<Difference> look(Relation was, Relation is) {
        Map<String, Effect> olds = effects(before, was);
        Map<String, Effect> news = effects(after, is);
        TreeSet<String> all = new TreeSet<>(olds.keySet());
        all.addAll(news.keySet());
        List<Difference> found = new ArrayList<>();
        for (String each : all) {
            Optional<Effect> old = Optional.ofNullable(olds.get(each));
            Optional<Effect> now = Optional.ofNullable(news.get(each));
            if (!old.map(Effect::said).equals(now.map(Effect::said))) {
                found.add(
                        new Difference(
                                // Without its action a key lets less happen, and nothing more.
                                now.isEmpty() && each.startsWith(KEY) ? Kind.CLOSED : Kind.CHANGED,
                                now.or(() -> old).orElseThrow().severity(),
                                is.fullName(),
                                role,
                                "by " + each,
                                old.map(Effect::words).orElse(NOTHING),
                                now.map(Effect::words).orElse(NOTHING),
                                List.of()));
            }
        }
        return found;
    }

    private Map<String, Effect> effects(Version version, Relation relation) {
        Map<String, Effect> effects = new TreeMap<>();
        OptionalLong oid = version.role(role);
        if (oid.isPresent()) {
            rules(version, relation, oid.getAsLong(), effects);
            for (long each : Lineage.of(version.catalog(), relation.oid())) {
                triggers(version, each, oid.getAsLong(), effects);
                keys(version, each, oid.getAsLong(), effects);
            }
        }
        return effects;
    }

    private static void rules(
            Version version, Relation relation, long role, Map<String, Effect> effects) {
        Names names = new Names(version.catalog());
        Rewritten rewritten = new Rewritten(version.catalog(), version.access());
        Role asks =
                Optional.ofNullable(version.catalog().roles().get(role))
                        .orElseGet(() ->
                                new Role(role, "PUBLIC", false, true, false, false, false, false));
        List<Rule> all = new ArrayList<>(rewritten.touching(relation, asks));
        // What does nothing touches nothing, and keeps others from it.
        version.catalog().rules().stream()
                .filter(each -> each.view() == relation.oid() && relation.kind().isTable())
                .filter(each ->
                        !all.contains(each) && SetOff.mayWrite(role, relation, version.access()))
                .forEach(all::add);
        for (Rule each : all) {
            effects.put(
                    "the rule " + rewritten.named(each),
                    new Effect(
                            "it, with its owner's rights",
                            each.event() + names.tree(each.action()),
                            Severity.HIGH));
        }
    }

    private static void triggers(
            Version version, long relation, long role, Map<String, Effect> effects) {
        Catalog catalog = version.catalog();
        for (Trigger each : catalog.triggersOf(relation)) {
            Function function = catalog.functions().get(each.function());
            Relation on = catalog.relations().get(relation);
            if (function == null || on == null || !SetOff.by(role, each, version.access())) {
                continue;
            }
            Closure closure = version.closure();
            closure.function(function.oid(), role);
            effects.put(
                    "the trigger " + each.name() + " on " + on.fullName(),
                    new Effect(
                            "it calls " + function.fullName(),
                            each.before()
                                    + " "
                                    + each.eachRow()
                                    + " "
                                    + each.events()
                                    + function.fullName()
                                    + closure.said(),
                            function.definer() ? Severity.HIGH : Severity.MEDIUM));
        }
    }

    /** The actions are the server's, and pass all policies (ddl-rowsecurity). */
    private static void keys(
            Version version, long relation, long role, Map<String, Effect> effects) {
        Catalog catalog = version.catalog();
        for (Constraint each : catalog.constraintsOf(relation)) {
            Relation from = catalog.relations().get(relation);
            Relation target = catalog.relations().get(each.target());
            if (!each.acts()
                    || from == null
                    || target == null
                    || !mayChange(version, target, role, new HashSet<>())) {
                continue;
            }
            String columns =
                    each.columns().stream()
                            .map(it -> from.column(it).map(Column::name).orElse("?"))
                            .collect(Collectors.joining(", "));
            String words =
                    ("ON DELETE "
                                    + action(each.onDelete()).orElse("NO ACTION")
                                    + " ON UPDATE "
                                    + action(each.onUpdate()).orElse("NO ACTION"))
                            + ", which passes all policies";
            effects.put(
                    KEY + from.fullName() + " (" + columns + ") to " + target.fullName(),
                    new Effect(words, words, Severity.HIGH));
        }
    }

    /** Itself, or by the action of another key. */
    private static boolean mayChange(
            Version version, Relation relation, long role, Set<Long> asked) {
        return asked.add(relation.oid())
                && (SetOff.mayWrite(role, relation, version.access())
                        || version.catalog().constraintsOf(relation.oid()).stream()
                                .filter(Constraint::acts)
                                .map(each -> version.catalog().relations().get(each.target()))
                                .filter(Objects::nonNull)
                                .anyMatch(each -> mayChange(version, each, role, asked)));
    }

    private static Optional<String> action(char letter) {
        return switch (letter) {
            case 'c' -> Optional.of("CASCADE");
            case 'n' -> Optional.of("SET NULL");
            case 'd' -> Optional.of("SET DEFAULT");
            default -> Optional.empty();
        };
    }
}
