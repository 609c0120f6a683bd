package dev.holdfast.rls.difference;

import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Because;
import dev.holdfast.rls.access.Enforcement;
import dev.holdfast.rls.access.FunctionReach;
import dev.holdfast.rls.access.WayAround;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.difference.Difference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one role reaches with the rights of others: functions, and the ways around policies. */
final class Programs {
    private static final long FIRST_OF_USERS = 16_384;

    private final Version before;
    private final Version after;
    private final String role;
    private final List<Difference> found = new ArrayList<>();

    Programs(Version before, Version after, String role) {
        this.before = before;
        this.after = after;
        this.role = role;
    }

    List<Difference> look() {
        functions();
        ways();
        return List.copyOf(found);
    }

    /** The functions that run with their owners' rights and that the role may execute, by name. */
    private Map<String, Function> definers(Version version) {
        Map<String, Function> definers = new TreeMap<>();
        version.role(role)
                .ifPresent(oid ->
                        version.catalog().functions().values().stream()
                                .filter(each -> each.oid() >= FIRST_OF_USERS && each.definer())
                                .filter(each -> !FunctionReach.isTrigger(each))
                                .filter(each -> !version.access().execution(oid, each).isEmpty())
                                .forEach(each -> definers.put(each.fullName(), each)));
        return definers;
    }

    private void functions() {
        Map<String, Function> olds = definers(before);
        Map<String, Function> news = definers(after);
        news.forEach((name, function) -> {
            Function was = olds.get(name);
            if (was == null) {
                add(
                        Kind.OPENED,
                        name,
                        "not with its owner's rights",
                        "as " + after.catalog().roleName(function.owner()),
                        evidence(after, function, name));
            } else if (differs(was, function)) {
                add(
                        Kind.CHANGED,
                        name,
                        "as " + before.catalog().roleName(was.owner()),
                        "as "
                                + after.catalog().roleName(function.owner())
                                + "; it, or what it rests on, is not the same",
                        evidence(after, function, name));
            }
        });
        olds.forEach((name, function) -> {
            if (!news.containsKey(name)) {
                add(
                        Kind.CLOSED,
                        name,
                        "as " + before.catalog().roleName(function.owner()),
                        "not with its owner's rights",
                        evidence(before, function, name));
            }
        });
    }

    private boolean differs(Function was, Function is) {
        Closure ours = before.closure();
        Closure theirs = after.closure();
        before.role(role).ifPresent(each -> ours.function(was.oid(), each));
        after.role(role).ifPresent(each -> theirs.function(is.oid(), each));
        return !ours.said().equals(theirs.said());
    }

    private List<String> evidence(Version version, Function function, String name) {
        List<String> evidence = new ArrayList<>();
        version.role(role)
                .ifPresent(each ->
                        version.access().execution(each, function).stream()
                                .map(Because::text)
                                .forEach(text -> evidence.add("EXECUTE: " + text)));
        version.ways(role).stream()
                .filter(each -> each.through().equals(name))
                .map(WayAround::text)
                .forEach(evidence::add);
        return evidence;
    }

    /** Ways through what was there before; of what is new itself, its own difference tells. */
    private void ways() {
        Map<String, WayAround> olds = evading(before);
        Map<String, WayAround> news = evading(after);
        Set<String> told = new TreeSet<>();
        found.forEach(each -> told.add(each.subject()));
        news.forEach((text, way) -> {
            if (!olds.containsKey(text) && !told.contains(way.through())) {
                found.add(
                        new Difference(
                                Kind.OPENED,
                                Severity.HIGH,
                                way.target().fullName(),
                                role,
                                String.join(", ", way.privileges()),
                                "not on this way",
                                way.text(),
                                List.of(text)));
            }
        });
        olds.forEach((text, way) -> {
            if (!news.containsKey(text) && !told.contains(way.through())) {
                found.add(
                        new Difference(
                                Kind.CLOSED,
                                Severity.INFO,
                                way.target().fullName(),
                                role,
                                String.join(", ", way.privileges()),
                                way.text(),
                                "not on this way",
                                List.of(text)));
            }
        });
    }

    private Map<String, WayAround> evading(Version version) {
        Map<String, WayAround> ways = new TreeMap<>();
        version.ways(role).stream()
                .filter(each -> each.enforcement() != Enforcement.ENFORCED)
                .forEach(each -> ways.put(each.privileges() + " " + each.text(), each));
        return ways;
    }

    private void add(Kind kind, String name, String old, String now, List<String> evidence) {
        found.add(new Difference(kind, Severity.HIGH, name, role, "EXECUTE", old, now, evidence));
    }
}
