package dev.holdfast.rls.prove;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import dev.holdfast.rls.catalog.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What rules (CREATE RULE) do beside the statement that somebody writes. They run with the rights
 * of the owner of the relation that they stand on, past the grants and policies of whoever asks
 * (PostgreSQL documentation, 39.5 Rules and Privileges). Nobody looks into them here.
 */
public final class Rewritten {
    private static final Pattern RELATION = Pattern.compile(":relid (\\d+)");
    private static final char SELECT = '1';

    /** The number of CMD_NOTHING since PostgreSQL 15; no other action's before it. */
    private static final String NOTHING = "({QUERY :commandType 7 ";

    private final Catalog catalog;
    private final EffectiveAccess access;

    /** The rules of a catalogue. */
    public Rewritten(Catalog catalog, EffectiveAccess access) {
        this.catalog = catalog;
        this.access = access;
    }

    /** Why it is not known what becomes of the relation when the role writes. */
    Optional<String> reason(Relation relation, Property property, Role role) {
        return property.privilege() == Privilege.SELECT
                ? Optional.empty()
                : touching(relation, role).stream().findFirst().map(this::words);
    }

    /** {@code the rule NAME on RELATION is not looked into}. */
    private String words(Rule rule) {
        return "the rule " + named(rule) + " is not looked into";
    }

    /** The rule and where it stands. */
    public String named(Rule rule) {
        Relation on = catalog.relations().get(rule.view());
        return rule.name() + (on == null ? "" : " on " + on.fullName());
    }

    /** The rules that the role sets off by what it may write, and that get at the relation. */
    public List<Rule> touching(Relation relation, Role role) {
        List<Rule> doing =
                catalog.rules().stream()
                        .filter(each ->
                                each.event() != SELECT && !each.action().startsWith(NOTHING))
                        .toList();
        if (doing.isEmpty()) {
            return List.of();
        }
        Set<Long> rows = Lineage.of(catalog, relation.oid());
        return setOff(doing, role).stream()
                .filter(each -> !Collections.disjoint(rows, touched(each)))
                .toList();
    }

    /** Also by what other rules write. */
    private Set<Rule> setOff(List<Rule> doing, Role role) {
        Set<Rule> found = new LinkedHashSet<>();
        doing.stream().filter(each -> mayBegin(each, role)).forEach(found::add);
        boolean more = !found.isEmpty();
        while (more) {
            Set<Long> reached = new LinkedHashSet<>();
            found.forEach(each -> reached.addAll(touched(each)));
            more =
                    found.addAll(
                            doing.stream().filter(each -> reached.contains(each.view())).toList());
        }
        return found;
    }

    private boolean mayBegin(Rule rule, Role role) {
        Relation on = catalog.relations().get(rule.view());
        return on != null && access.held(role.oid(), on, event(rule)).isPresent();
    }

    private static Privilege event(Rule rule) {
        return switch (rule.event()) {
            case '2' -> Privilege.UPDATE;
            case '3' -> Privilege.INSERT;
            default -> Privilege.DELETE;
        };
    }

    /** The relation that it stands on, those that its action names, and what views there read. */
    private Set<Long> touched(Rule rule) {
        Set<Long> found = new LinkedHashSet<>(Set.of(rule.view()));
        List<Rule> open = new ArrayList<>(List.of(rule));
        while (!open.isEmpty()) {
            Matcher named = RELATION.matcher(open.removeLast().action());
            while (named.find()) {
                long each = Long.parseLong(named.group(1));
                if (found.add(each)) {
                    catalog.rules().stream()
                            .filter(it -> it.view() == each && it.event() == SELECT)
                            .forEach(open::add);
                }
            }
        }
        return found;
    }
}
